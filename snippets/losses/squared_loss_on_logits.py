"""Shows squared error on raw logits: no saturation, yet linear models mask classes."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp


def squared_error_gradient(z, y):  # of (z - y)², no sigmoid
    return 2 * (z - y)


def fit_least_squares(X, Y):  # X: (n, d), Y: (n, K) one-hot
    return np.linalg.lstsq(X, Y)[0]  # (d, K)


def fit_cross_entropy(X, Y):
    def loss(w):
        z = X @ w.reshape(X.shape[1], Y.shape[1])  # (n, K)
        log_p = z - logsumexp(z, axis=1, keepdims=True)
        gradient = X.T @ (np.exp(log_p) - Y) / len(X)
        return -np.mean(np.sum(Y * log_p, axis=1)), gradient.ravel()

    start = np.zeros(X.shape[1] * Y.shape[1])
    return minimize(loss, start, jac=True).x.reshape(X.shape[1], Y.shape[1])


def accuracy(W, X, labels):
    return np.mean(np.argmax(X @ W, axis=1) == labels)


print("gradient, label 1:", {z: squared_error_gradient(z, 1) for z in (-8, 1, 8)})
rng = np.random.default_rng(0)
labels = np.repeat([0, 1, 2], 500)
noise = rng.normal(size=(1500, 2))
triangle = np.array([[0, 3], [-3, -2], [3, -2]])[labels] + noise
row = np.array([[-3, 0], [0, 0], [3, 0]])[labels] + noise
ones = np.ones((1500, 1))
cases = {
    "three corners": np.hstack([ones, triangle]),
    "in a row": np.hstack([ones, row]),
    "in a row, plus x²": np.hstack([ones, row, row**2]),
}
Y = np.eye(3)[labels]
for name, X in cases.items():
    squares, entropy = fit_least_squares(X, Y), fit_cross_entropy(X, Y)
    scores = [accuracy(W, X, labels) for W in (squares, entropy)]
    print(
        f"{name}: accuracy {scores[0]:.2f} (squares), {scores[1]:.2f} (cross-entropy)"
    )
