"""Shows that Gaussian NLL is a rescaled MSE and Laplace NLL a rescaled MAE."""

import numpy as np


def mse(e):  # e = prediction - target, one per example
    return np.mean(e**2)


def mae(e):
    return np.mean(np.abs(e))


def gaussian_nll(e, sigma):  # mean over the examples
    return np.mean((e / sigma) ** 2 / 2 + np.log(sigma * np.sqrt(2 * np.pi)))


def laplace_nll(e, b):
    return np.mean(np.abs(e) / b + np.log(2 * b))


y = np.array([1.0, 2.0, 4.0, 5.0, 13.0])
first, second = 5.0 - y, 4.0 - y  # the errors of two models, each a constant

print("scale   Gaussian NLL gap   MSE gap / 2s²   Laplace NLL gap   MAE gap / s")
for s in (0.5, 1.0, 3.0):
    gaussian = gaussian_nll(first, s) - gaussian_nll(second, s)
    laplace = laplace_nll(first, s) - laplace_nll(second, s)
    squares = (mse(first) - mse(second)) / (2 * s**2)
    sizes = (mae(first) - mae(second)) / s
    print(f"{s:5.1f} {gaussian:18.4f} {squares:15.4f} {laplace:17.4f} {sizes:13.4f}")

grid = np.linspace(0.01, 10, 1000)
best_sigma = grid[np.argmin([gaussian_nll(first, s) for s in grid])]
best_b = grid[np.argmin([laplace_nll(second, s) for s in grid])]
print(f"best sigma {best_sigma:.2f} = RMSE {np.sqrt(mse(first)):.2f}")
print(f"best b     {best_b:.2f} = MAE  {mae(second):.2f}")
