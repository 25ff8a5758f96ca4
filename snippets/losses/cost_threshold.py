"""Shows the threshold that follows from the costs, and what each threshold costs."""

import numpy as np


def cost_threshold(false_alarm, miss):
    return false_alarm / (false_alarm + miss)


def expected_cost(
    p, flagged, false_alarm, miss
):  # p: calibrated, flagged: True or False
    return np.sum(np.where(flagged, (1 - p) * false_alarm, p * miss))


rng = np.random.default_rng(0)
p = 1 / (1 + np.exp(3 - 2 * rng.normal(size=20_000)))  # (n,) calibrated probabilities
print(f"base rate {p.mean():.2f}")
for false_alarm, miss in ((1, 1), (1, 20), (5, 1)):
    candidates = np.arange(1, 1000) / 1000
    costs = [expected_cost(p, p > t, false_alarm, miss) for t in candidates]
    best, rule = candidates[np.argmin(costs)], cost_threshold(false_alarm, miss)
    at_half = expected_cost(p, p > 0.5, false_alarm, miss)
    print(
        f"false alarm {false_alarm}, miss {miss:2}: rule {rule:.3f}, cheapest {best:.3f}, "
        f"the cost at 0.5 is {at_half / min(costs):.2f} times that"
    )
