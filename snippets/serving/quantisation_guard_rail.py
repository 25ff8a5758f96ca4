"""Shows a release gate on paired outcomes: mean, segments, and changed answers."""

import numpy as np
from scipy.stats import norm


def lower_bound(n, lost, gained, level):  # of the change in accuracy, paired
    change = (gained - lost) / n
    variance = (gained + lost) / n - change**2
    return change - norm.ppf(level) * np.sqrt(variance / n)


def passes(margin, level=0.95, **counts):
    return lower_bound(**counts, level=level) > -margin


# n examples; lost: right before and wrong after; gained: the other way round
segments = {
    "short": dict(n=9000, lost=120, gained=125),
    "long": dict(n=900, lost=45, gained=14),
    "code": dict(n=100, lost=2, gained=2),
}
total = {key: sum(s[key] for s in segments.values()) for key in ("n", "lost", "gained")}

print("part      change   lower bound   within 1 point")
level = 1 - 0.05 / len(segments)  # Bonferroni over the segments
for name, counts, at in (
    ("all", total, 0.95),
    *((name, counts, level) for name, counts in segments.items()),
):
    change = (counts["gained"] - counts["lost"]) / counts["n"]
    verdict = "yes" if passes(0.01, at, **counts) else "not shown"
    bound = lower_bound(**counts, level=at)
    print(f"{name:8s}{change:+8.4f}{bound:+14.4f}{verdict:>17s}")
changed = (total["lost"] + total["gained"]) / total["n"]
print(f"answers that became right or wrong: {changed:.2%}")
