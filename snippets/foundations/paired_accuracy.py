"""Shows that overlapping intervals can hide a clear difference on the same examples."""

import numpy as np
from scipy.stats import binomtest


def paired_difference(only_first, only_second, n):
    """Accuracy of the second minus the first, and its standard error."""
    difference = (only_second - only_first) / n
    variance = (only_first + only_second) / n - difference**2
    return difference, np.sqrt(variance / n)


both, only_a, only_b, neither = 780, 20, 45, 155  # right on the same examples
n = both + only_a + only_b + neither
for name, hits in (("A", both + only_a), ("B", both + only_b)):
    margin = 1.96 * np.sqrt(hits / n * (1 - hits / n) / n)
    print(f"model {name} {hits / n:.3f}, alone ± {margin:.3f}")
difference, error = paired_difference(only_a, only_b, n)
print(f"difference {difference:.3f} ± {1.96 * error:.3f}")
print(f"exact McNemar p = {binomtest(only_b, only_a + only_b).pvalue:.4f}")
