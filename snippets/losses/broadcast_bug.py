"""Shows a squared error of shapes (n, 1) and (n,): perfect predictions look worst."""

import numpy as np


def broken_mse(predictions, y):  # (n, 1) - (n,) is (n, n): all against all
    return np.mean((predictions - y) ** 2)


def mse(predictions, y):
    if predictions.shape != y.shape:
        raise ValueError(f"shapes {predictions.shape} and {y.shape} differ")
    return np.mean((predictions - y) ** 2)


y = np.random.default_rng(0).normal(scale=10, size=1000)
print(f"variance of y {y.var():.1f}")
perfect, constant = y[:, None], np.full((1000, 1), y.mean())
for name, predictions in (("perfect", perfect), ("always the mean", constant)):
    wrong, right = broken_mse(predictions, y), mse(predictions[:, 0], y)
    print(f"{name:15s}  broken {wrong:6.1f}  right {right:6.1f}")
