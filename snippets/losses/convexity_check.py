"""Shows that cross-entropy is convex in the weights and squared error is not."""

import numpy as np
from scipy.special import expit as sigmoid
from scipy.special import logit


def squared_error_curvature(z, y):  # second derivative of (p - y)² in the logit
    p = sigmoid(z)
    return 2 * p * (1 - p) * (p * (1 - p) + (p - y) * (1 - 2 * p))


def hessians(w, X, y):  # w: (d,), X: (n, d), y: (n,)
    z = X @ w
    p = sigmoid(z)
    cross_entropy = X.T * (p * (1 - p)) @ X / len(y)  # (d, d)
    squared_error = X.T * squared_error_curvature(z, y) @ X / len(y)  # (d, d)
    return cross_entropy, squared_error


print("curvature of squared error in the logit")
for p in (0.1, 0.3, 0.4, 0.6, 0.7, 0.9):
    label_0, label_1 = (squared_error_curvature(logit(p), y) for y in (0, 1))
    print(f"p = {p}: label 0 {label_0:7.4f}, label 1 {label_1:7.4f}")

rng = np.random.default_rng(0)
X = rng.normal(size=(200, 2))
teacher = np.array([2.0, -1.0])
y = rng.binomial(1, sigmoid(X @ teacher))
for name, factor in {"teacher": 1, "zero": 0, "minus the teacher": -1}.items():
    w = factor * teacher
    ce, se = (np.linalg.eigvalsh(H)[0] for H in hessians(w, X, y))
    print(f"smallest eigenvalue at {name:17}: CE {ce:6.3f}, SE {se:6.3f}")
