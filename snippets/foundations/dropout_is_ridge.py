"""Shows that dropout on the inputs of a linear model is a ridge penalty in the mean."""

from itertools import product

import numpy as np


def mean_dropout_loss(X, y, w, p):
    """Squared error with dropout on the inputs, the exact mean over all masks."""
    total = 0
    for kept in product([0, 1], repeat=len(w)):
        probability = np.prod(np.where(kept, 1 - p, p))
        total += probability * ((y - X * kept / (1 - p) @ w) ** 2).sum()
    return total  # masks of the rows are independent, so the rows' means add


def ridge_loss(X, y, w, p):
    penalty = p / (1 - p) * (X**2).sum(axis=0)  # one strength for each feature
    return ((y - X @ w) ** 2).sum() + penalty @ w**2


rng = np.random.default_rng(0)
X = rng.standard_normal((20, 4)) * [1, 1, 3, 3]
w = np.array([1.0, -1.0, 1.0, -1.0])
y = X @ w + rng.standard_normal(20)
print(" p    loss without  mean with dropout  loss + penalty")
for p in (0, 0.2, 0.5):
    without = ((y - X @ w) ** 2).sum()
    print(f"{p:.1f} {without:15.1f} {mean_dropout_loss(X, y, w, p):18.1f}", end="")
    print(f" {ridge_loss(X, y, w, p):15.1f}")
