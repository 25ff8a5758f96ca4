"""Shows the Brier score split into reliability, resolution and uncertainty."""

import numpy as np


def group_means(values, group):
    _, index = np.unique(group, return_inverse=True)
    return (np.bincount(index, values) / np.bincount(index))[index]


def decompose(p, y, group):  # forecasts, outcomes, the bin of each: all (n,)
    forecast, outcome = group_means(p, group), group_means(y, group)
    reliability = np.mean((forecast - outcome) ** 2)
    within = np.mean((p - forecast) ** 2 - 2 * (p - forecast) * y)
    return reliability, np.var(outcome), np.var(y), within  # second: resolution


def brier(p, y):
    return np.mean((p - y) ** 2)


rates = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
truth = rates.repeat(10)  # ten cases at each rate, as many of them 1 as it says
y = np.concatenate([np.arange(10) < round(10 * rate) for rate in rates]).astype(float)
odds = truth / (1 - truth)
over_confident = odds**2 / (1 + odds**2)  # twice the logit
base_rate = np.full(50, 0.5)

print("forecast          Brier  reliability  resolution  uncertainty")
names = "truth", "base rate", "twice the logit"
for name, p in zip(names, (truth, base_rate, over_confident)):
    reliability, resolution, uncertainty, _ = decompose(p, y, group=p)
    print(f"{name:15} {brier(p, y):7.3f} {reliability:12.3f}", end="")
    print(f" {resolution:11.3f} {uncertainty:12.3f}")

p = np.linspace(0.01, 0.99, 50)  # all different, put into five bins
reliability, resolution, uncertainty, within = decompose(p, y, (5 * p).astype(int))
three = reliability - resolution + uncertainty
print(f"five bins: Brier {brier(p, y):.3f}, three terms {three:.3f}")
print(f"with the two terms within bins {three + within:.3f}")
