"""Shows L2-regularised logistic regression by gradient descent with a safe step."""

import numpy as np
from scipy.special import expit as sigmoid


def objective(X, y, w, b, penalty):
    z = X @ w + b
    return np.mean(np.logaddexp(0, z) - y * z) + penalty / 2 * w @ w


def gradients(X, y, w, b, penalty):
    error = sigmoid(X @ w + b) - y  # (n,)
    return X.T @ error / len(y) + penalty * w, error.mean()  # b is not penalised


def fit(X, y, penalty, tolerance=1e-9, steps=10_000):
    w, b = np.zeros(X.shape[1]), 0.0
    ones = np.column_stack([X, np.ones(len(X))])
    # the curvature is at most that of the sigmoid, 1/4, times that of the data
    rate = 1 / (np.linalg.norm(ones, 2) ** 2 / (4 * len(X)) + penalty)
    for _ in range(steps):
        of_w, of_b = gradients(X, y, w, b, penalty)
        if max(abs(of_w).max(), abs(of_b)) < tolerance:
            return w, b
        w, b = w - rate * of_w, b - rate * of_b
    raise RuntimeError(f"gradient still {abs(of_w).max():.1e} after {steps} steps")


rng = np.random.default_rng(0)
X = rng.normal(size=(400, 2))
y = (rng.random(400) < sigmoid(2 * X[:, 0] - X[:, 1] + 0.5)).astype(float)
w, b = fit(X, y, penalty=0.01)
print(f"w = ({w[0]:.2f}, {w[1]:.2f}), b = {b:.2f}, drawn with (2, -1), 0.5")
print(f"objective {objective(X, y, w, b, 0.01):.3f}, at the start {np.log(2):.3f}")
p = sigmoid(X @ w + b)
print(f"mean prediction {p.mean():.4f}, share of ones {y.mean():.4f}")
