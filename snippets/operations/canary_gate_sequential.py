"""Shows a rollback gate that may be read at every look: bets on whose error is next."""

import numpy as np
from scipy.special import logsumexp

SHARE, RATIOS = 0.05, (1.25, 1.5, 2, 4)  # of traffic; bets on canary/control error rate


def log_wealth(canary, control, share=SHARE):
    """Counts of errors so far, any shape; 0 before the first error."""
    logs = [
        canary * np.log(r) - (canary + control) * np.log(share * r + 1 - share)
        for r in RATIOS
    ]
    return logsumexp(logs, axis=0) - np.log(len(RATIOS))


def z_score(canary, control, requests, share=SHARE):
    pooled = (canary + control) / requests
    variance = pooled * (1 - pooled) / (share * (1 - share) * requests)
    return (canary / share - control / (1 - share)) / requests / np.sqrt(variance)


def simulate(rng, ratio=1.0, incident=1.0, tries=1, tests=1_000):
    """Errors so far, (tests, looks): 240 looks, one a minute, 6,000 requests each."""
    factor = np.ones(240)
    factor[60:90] = incident  # an outage upstream hits both arms alike
    failures = 6_000 * 0.01 * factor / tries
    canary = rng.poisson(failures * SHARE * ratio, (tests, 240))
    control = rng.poisson(failures * (1 - SHARE), (tests, 240))
    return tries * canary.cumsum(axis=1), tries * control.cumsum(axis=1)


def alarms(wealth_or_score, limit):
    """Share of tests that ever alarm, and the median minute (inf: not in four hours)."""
    alarm = wealth_or_score >= limit
    ever = alarm.any(axis=1)
    return ever.mean(), np.median(np.where(ever, alarm.argmax(axis=1) + 1, np.inf))


rng = np.random.default_rng(0)
requests = 6_000 * np.arange(1, 241)
print("rolled back within four hours    e-process    z >= 1.64 each minute")
for name, world in {
    "sound": {},
    "sound, outage upstream": {"incident": 20},
    "sound, each failure 3 errors": {"tries": 3},
    "errors times 1.2": {"ratio": 1.2},
    "errors times 1.5": {"ratio": 1.5},
    "errors times 3": {"ratio": 3},
}.items():
    canary, control = simulate(rng, **world)
    print(f"{name:30}", end="")
    for statistic, limit in (
        (log_wealth(canary, control), np.log(20)),
        (z_score(canary, control, requests), 1.64),
    ):
        share, minute = alarms(statistic, limit)
        print(f"{share:8.1%} (median {minute:3.0f} min)", end="")
    print()
