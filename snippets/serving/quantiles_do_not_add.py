"""Shows that the p99 of a sum lies below or above the sum of p99s, and a safe bound."""

import numpy as np
from scipy.stats import expon, gamma


def quantile(values, probabilities, q):  # smallest value with P(X <= value) >= q
    order = np.argsort(values)
    at_most = np.cumsum(np.asarray(probabilities)[order])
    return np.asarray(values)[order][np.searchsorted(at_most, q - 1e-12)]


def sum_quantile(values, probabilities, q):  # of two independent stages
    sums = np.add.outer(values, values).ravel()
    return quantile(sums, np.outer(probabilities, probabilities).ravel(), q)


stages = 4
print("four independent exponential stages, mean 1")
print(f"  sum of p99s {stages * expon.ppf(0.99):.1f}")
print(f"  p99 of the sum {gamma.ppf(0.99, stages):.1f}")

rare = 0.009
values, chances = [10, 1000], [1 - rare, rare]
print("two stages of 10 ms, each with 0.9% at 1,000 ms")
print(f"  sum of p99s {2 * quantile(values, chances, 0.99)}")
print(f"  p99 of the sum {sum_quantile(values, chances, 0.99)}")
print(f"  sum of p99.5s {2 * quantile(values, chances, 0.995)}: always enough")
