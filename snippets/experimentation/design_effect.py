"""Shows what clustering costs: equal sizes follow the formula, unequal ones do not."""

import numpy as np


def design_effect(sizes, icc):
    # variance of the mean over that of as many independent people
    return 1 + ((sizes**2).sum() / sizes.sum() - 1) * icc


def simulated(rng, sizes, icc, reps):
    cluster = np.repeat(np.arange(len(sizes)), sizes)  # (people,)
    shared = rng.normal(0, np.sqrt(icc), (reps, len(sizes)))
    own = rng.normal(0, np.sqrt(1 - icc), (reps, len(cluster)))
    means = (shared[:, cluster] + own).mean(1)
    return means.var() * len(cluster)


rng = np.random.default_rng(0)
icc = 0.05
print("500 people in 20 clusters, intraclass correlation 0.05")
print("sizes    1 + (m - 1) icc   right  simulated  effective people")
for name, sizes in {
    "equal": np.full(20, 25),
    "unequal": np.repeat([5, 15, 90], [10, 6, 4]),
}.items():
    textbook, right = 1 + (sizes.mean() - 1) * icc, design_effect(sizes, icc)
    found = simulated(rng, sizes, icc, 4_000)
    print(f"{name:8s} {textbook:15.2f} {right:7.2f} {found:10.1f} {500 / right:17.0f}")
