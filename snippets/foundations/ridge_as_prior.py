"""Shows ridge regression three ways: a penalty, a Gaussian prior, a shrinkage."""

import numpy as np


def penalised(X, y, strength):  # minimises |y - Xw|² + strength |w|²
    return np.linalg.solve(X.T @ X + strength * np.eye(X.shape[1]), X.T @ y)


def posterior_mean(X, y, noise_variance, prior_variance):  # w ~ N(0, prior_variance I)
    covariance = prior_variance * X @ X.T + noise_variance * np.eye(len(y))
    return prior_variance * X.T @ np.linalg.solve(covariance, y)


def shrinkage(X, strength):  # what is kept in each singular direction
    s = np.linalg.svd(X, compute_uv=False)
    return s**2 / (s**2 + strength)


def shrunk(X, y, strength):  # least squares, shrunk direction by direction
    u, s, vt = np.linalg.svd(X, full_matrices=False)
    return vt.T @ (shrinkage(X, strength) * (u.T @ y) / s)


rng = np.random.default_rng(0)
X = rng.standard_normal((50, 3))
X[:, 2] = X[:, 1] + 0.1 * X[:, 2]  # two nearly equal columns
y = X @ [1.0, 2.0, 0.0] + rng.standard_normal(50)

for name, w in (
    ("least squares     ", penalised(X, y, 0)),
    ("penalty 4         ", penalised(X, y, 4)),
    ("noise 1, prior 1/4", posterior_mean(X, y, 1, 0.25)),
    ("shrunk directions ", shrunk(X, y, 4)),
):
    print(name, np.round(w, 2))
print("kept in the directions:", np.round(shrinkage(X, 4), 2))
print(f"effective degrees of freedom: {shrinkage(X, 4).sum():.2f} of 3")
