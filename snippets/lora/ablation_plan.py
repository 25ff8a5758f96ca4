"""Shows what a full grid costs, what a staged plan costs, and how many seeds decide."""

import math
from statistics import NormalDist


def seeds_needed(difference, deviation, significance=0.05, power=0.8):
    """Return the runs per setting that tell two settings apart (two-sided z-test)."""
    z = NormalDist().inv_cdf
    quantiles = z(1 - significance / 2) + z(power)
    return math.ceil(2 * (quantiles * deviation / difference) ** 2)


choices = {
    "learning rate": 5,
    "rank": 4,
    "placement": 3,
    "α": 3,
    "seed": 3,
}
print(f"full grid: {math.prod(choices.values())} runs")

stages = [
    ("learning rate at rank 16, all linear layers", 5),
    ("placement at equal parameters, 3 rates each", 2 * 3),
    ("rank 4, 64 and 256, 3 rates each", 3 * 3),
    ("full fine-tuning or the next best, 3 rates", 3),
    ("two finalists, 5 more seeds each", 2 * 5),
]
for stage, runs in stages:
    print(f"{runs:4} {stage}")
print(f"{sum(runs for _, runs in stages):4} in all")
for ratio in (2, 1, 0.5):
    n = seeds_needed(ratio, 1)
    print(
        f"a difference of {ratio:g} seed standard deviations needs {n} seeds a setting"
    )
