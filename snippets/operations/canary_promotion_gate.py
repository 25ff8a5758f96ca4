"""Shows a gate that must prove a canary harmless before it promotes it."""

import numpy as np

SHARE, MARGIN = 0.05, 1.5  # of traffic; a ratio of error rates that is not acceptable


def chance_of_canary(ratio):
    """That the next error is the canary's, if its error rate is ratio times control's."""
    return SHARE * ratio / (SHARE * ratio + 1 - SHARE)


def log_evidence_of_safety(canary, control):
    """Bets on a ratio of 1, at odds that are fair or bad if it is MARGIN or more."""
    safe, harmful = chance_of_canary(1), chance_of_canary(MARGIN)
    return canary * np.log(safe / harmful) + control * np.log(
        (1 - safe) / (1 - harmful)
    )


def errors(rng, ratio, tests=2_000, looks=96):  # every 15 minutes for a day
    failures = 20 * 900 * 0.01  # 20 requests a second, 1 % fail
    canary = rng.poisson(failures * SHARE * ratio, (tests, looks))
    control = rng.poisson(failures * (1 - SHARE), (tests, looks))
    return canary.cumsum(axis=1), control.cumsum(axis=1)


rng = np.random.default_rng(0)
print("errors of    after 15 minutes      shown to be below 1.5")
print("the canary   not significant     within a day   median hours")
for ratio in (1.0, 1.2, 1.5, 2.0):
    canary, control = errors(rng, ratio)
    expected = SHARE * (canary + control)[:, 0]
    z = (canary[:, 0] - expected) / np.sqrt(expected * (1 - SHARE))
    proven = log_evidence_of_safety(canary, control) >= np.log(20)
    first = np.where(proven.any(axis=1), proven.argmax(axis=1) + 1, np.inf)
    print(f"times {ratio:3.1f} {(z < 1.64).mean():17.1%}", end="")
    print(f"{proven.any(axis=1).mean():17.1%} {np.median(first) / 4:12.1f}")
