"""Shows three bounds on the privacy of many answers that are each a little private."""

import numpy as np
from scipy.stats import binom


def basic(epsilon, k):
    return k * epsilon


def advanced(epsilon, k, delta):
    spread = epsilon * np.sqrt(2 * k * np.log(1 / delta))
    return spread + k * epsilon * np.expm1(epsilon)


def exact_delta(total, epsilon, k):
    """Smallest delta at `total`: k randomised responses are the worst case."""
    truthful = 1 / (1 + np.exp(-epsilon))
    ones = np.arange(k + 1)
    with_person = binom.pmf(ones, k, truthful)
    without = binom.pmf(ones, k, 1 - truthful)
    return np.maximum(with_person - np.exp(total) * without, 0).sum()


def exact(epsilon, k, delta):
    low, high = 0.0, k * epsilon
    for _ in range(50):
        middle = (low + high) / 2
        if exact_delta(middle, epsilon, k) > delta:
            low = middle
        else:
            high = middle
    return high


print("answers  basic  advanced  exact   (each ε = 0.1; δ = 1e-5 for the last two)")
for k in (10, 100, 1000):
    bounds = basic(0.1, k), advanced(0.1, k, 1e-5), exact(0.1, k, 1e-5)
    print("{:7d} {:6.1f} {:9.2f} {:6.2f}".format(k, *bounds))
