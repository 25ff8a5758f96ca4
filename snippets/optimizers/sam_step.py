"""Shows that SAM slides to a flatter minimum, here of the very same function."""

import numpy as np


def sam_gradient(gradient, w, rho):
    g = gradient(w)
    return gradient(w + rho * g / (np.linalg.norm(g) + 1e-12))


def descend(gradient, w, rate, rho, steps=2000):
    for _ in range(steps):
        w = w - rate * sam_gradient(gradient, w, rho)
    return w


def product_gradient(w):  # of (a b - 1)² / 2: every minimum is the function a b = 1
    return (w[0] * w[1] - 1) * w[::-1]


start = np.array([4.0, 0.3])
print("  rho     a     b   product   sharpness a² + b²")
for rho in (0, 0.05, 0.1, 0.2):
    w = descend(product_gradient, start, rate=0.05, rho=rho)
    print(f"{rho:5.2f}{w[0]:6.2f}{w[1]:6.2f}{w[0] * w[1]:10.2f}{w @ w:20.1f}")
