"""Shows that without a penalty the weights on separable data grow for ever."""

import numpy as np
from scipy.special import expit as sigmoid


def descend(X, y, penalty, steps, rate=1.0):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w -= rate * (X.T @ (sigmoid(X @ w) - y) / len(y) + penalty * w)
    return w


X = np.array([[1.0, 2], [2, 1], [-1, -1], [-2, -2]])
y = np.array([1.0, 1, 0, 0])
print("steps    no penalty    penalty 0.01")
for steps in (100, 1_000, 10_000):
    free, held = (np.linalg.norm(descend(X, y, p, steps)) for p in (0, 0.01))
    print(f"{steps:6} {free:10.2f} {held:14.2f}")
margins = (2 * y - 1) * (X @ descend(X, y, 0, steps=1))  # positive: right
print("margins after one step:", margins)
