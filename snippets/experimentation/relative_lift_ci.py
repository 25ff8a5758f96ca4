"""Shows intervals for a relative lift: its denominator is an estimate too."""

import numpy as np
from scipy.stats import norm

Z = norm.ppf(0.975)


def fixed_denominator(a, var_a, b, var_b):  # a, b: means; var_a, var_b: of the means
    half = Z * np.sqrt(var_a + var_b) / a
    return b / a - 1 - half, b / a - 1 + half


def delta_method(a, var_a, b, var_b):
    half = Z * np.sqrt(var_b + (b / a) ** 2 * var_a) / a
    return b / a - 1 - half, b / a - 1 + half


def fieller(a, var_a, b, var_b):  # all r with |b - r a| <= Z sqrt(var_b + r² var_a)
    lead = a**2 - Z**2 * var_a
    middle, product = a * b, b**2 - Z**2 * var_b
    root = np.sqrt(np.maximum(middle**2 - lead * product, 0))
    bounded = lead > 0  # else control's mean may be 0: keep every lift
    low = np.where(bounded, (middle - root) / lead - 1, -np.inf)
    return low, np.where(bounded, (middle + root) / lead - 1, np.inf)


methods = (fixed_denominator, delta_method, fieller)
rng = np.random.default_rng(0)
print("lift, error of each mean: coverage, misses below, above")
for lift, error in ((0.02, 0.01), (0.5, 0.01), (0.02, 0.2)):
    a, b = rng.normal(1, error, 200_000), rng.normal(1 + lift, error, 200_000)
    for method in methods:
        low, high = method(a, error**2, b, error**2)
        below, above = (high < lift).mean(), (low > lift).mean()
        print(f"{lift:4.0%} {error:3.0%} {method.__name__:17s}", end=" ")
        print(f"{1 - below - above:.3f} {below:.3f} {above:.3f}")
