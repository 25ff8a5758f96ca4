"""Shows that the estimate at an early stop is too large, whatever rule made it stop."""

import numpy as np

LOOKS, TESTS = 10, 100_000
SHARE = np.arange(1, LOOKS + 1) / LOOKS  # of the planned data


def stop(bounds, effect, rng):  # effect in standard errors at the last look
    # where each test ended: estimate, its standard error, look, and whether A won
    batches = rng.normal(effect / LOOKS, np.sqrt(1 / LOOKS), (TESTS, LOOKS))
    estimates = np.cumsum(batches, axis=1) / SHARE
    crossed = np.abs(estimates) * np.sqrt(SHARE) > bounds
    crossed[:, -1] = True  # the last look ends it
    last = crossed.argmax(axis=1)
    estimate, error = estimates[np.arange(TESTS), last], 1 / np.sqrt(SHARE[last])
    return estimate, error, last + 1, estimate > bounds[last] * error


RULES = {
    "one look": np.r_[np.full(LOOKS - 1, np.inf), 1.960],
    "naive": np.full(LOOKS, 1.960),
    "Pocock": np.full(LOOKS, 2.555),
    "O'B-F": 2.087 / np.sqrt(SHARE),
}
EFFECT = 1.960 + 0.842  # 80 % power with one look
rng = np.random.default_rng(1)
print("           wins  mean look  estimate / truth: all, wins  95 % interval covers")
for name, bounds in RULES.items():
    estimate, error, look, won = stop(bounds, EFFECT, rng)
    covers = np.mean(np.abs(estimate - EFFECT) < 1.96 * error)
    null, null_error, _, _ = stop(bounds, 0, rng)
    covers_null = np.mean(np.abs(null) < 1.96 * null_error)
    print(f"{name:8}{100 * won.mean():5.0f} %{look.mean():11.1f}", end="")
    everyone, winners = estimate.mean() / EFFECT, estimate[won].mean() / EFFECT
    print(f"{everyone:23.2f} {winners:.2f}", end="")
    print(f"{100 * covers:7.0f} %, {100 * covers_null:.0f} % if no effect")
