"""Shows replay: right on a uniform log, wrong on another unless it is weighted."""

import numpy as np

REWARD = np.array([0.5, 0.4])  # of the new policy's choice, by context


def replay(rng, propensity, n):
    # propensity: (contexts,), with which the log took the new policy's choice
    x = rng.integers(2, size=n)  # contexts are equally frequent
    x = x[rng.binomial(1, propensity[x]) == 1]  # keep the rows where the two agree
    r = rng.binomial(1, REWARD[x])
    return len(x) / n, r.mean(), np.average(r, weights=propensity[x] ** -1.0)


print(f"true value {REWARD.mean():.3f}")
logs = {"uniform over 5": np.array([0.2, 0.2]), "skewed": np.array([0.8, 0.2])}
for name, propensity in logs.items():
    rng = np.random.default_rng(0)
    share, plain, weighted = replay(rng, propensity, 200_000)
    print(f"{name:14s} kept {share:.3f}  replay {plain:.3f}  weighted {weighted:.3f}")
