"""Shows how much the best of k equal models flatters itself on the test set."""

import numpy as np
from scipy.stats import binom


def optimism(k, n, accuracy):
    """Mean best accuracy of k independent models on n examples, minus the truth."""
    below = binom.cdf(np.arange(n), n, accuracy) ** k  # P(best <= 0), ..., P(<= n-1)
    return (1 - below).sum() / n - accuracy


def bound(k, n, accuracy):
    return np.sqrt(accuracy * (1 - accuracy) / n) * np.sqrt(2 * np.log(k))


small, large = 500, 5000  # examples in the test set
print("every model is right with probability 0.70; mean excess of the best")
print(f"   k  n = {small}  its bound  n = {large}")
for k in (1, 10, 100, 1000):
    excess = abs(optimism(k, small, 0.7)), abs(optimism(k, large, 0.7))
    print(f"{k:4d} {excess[0]:8.3f} {bound(k, small, 0.7):10.3f} {excess[1]:9.3f}")

rng = np.random.default_rng(0)
scores = rng.binomial(small, 0.7, size=(2, 100)) / small  # 100 models, two test sets
winner = scores[0].argmax()
print(f"best of 100: {scores[0, winner]:.3f}, on fresh data {scores[1, winner]:.3f}")
