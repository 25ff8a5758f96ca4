"""Shows a split that changes during the test: pooled, the better arm looks worse."""

import numpy as np

USERS = np.array([1_000_000, 1_000_000])  # on Friday and on Saturday
TREATED = np.array([0.01, 0.5])  # share in treatment on each day
CONTROL_RATE = np.array([0.020, 0.010])
TREATMENT_RATE = np.array([0.023, 0.012])


def pooled(n, clicks):  # n, clicks: (arm, day)
    rate = clicks.sum(1) / n.sum(1)
    return rate[1] - rate[0]


def stratified(n, clicks):  # difference of each day, weighted by all users of the day
    gap = clicks[1] / n[1] - clicks[0] / n[0]
    rate = clicks / n
    weight = n.sum(0) / n.sum()
    variance = (weight**2 * (rate * (1 - rate) / n).sum(0)).sum()
    return (weight * gap).sum(), np.sqrt(variance)


rng = np.random.default_rng(0)
n = np.stack([USERS * (1 - TREATED), USERS * TREATED]).round().astype(int)
clicks = rng.binomial(n, np.stack([CONTROL_RATE, TREATMENT_RATE]))
for day, name in enumerate(("Friday", "Saturday")):
    a, b = 100 * clicks[:, day] / n[:, day]
    print(f"{name}: control {a:.2f} %, treatment {b:.2f} %")
gap, error = stratified(n, clicks)
print(f"pooled difference {100 * pooled(n, clicks):+.2f} points")
print(f"by day {100 * gap:+.2f} points, standard error {100 * error:.2f}")
