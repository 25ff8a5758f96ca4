"""Shows that two zero factors never learn, and that one zero factor does no harm."""

import numpy as np


def gradients(A, B, X, Y):
    """Return dL/dA and dL/dB of the mean squared error; X: (n, d_in), Y: (n, d_out)."""
    G = 2 * (X @ A.T @ B.T - Y) / Y.size  # (n, d_out)
    return (G @ B).T @ X, G.T @ (X @ A.T)


def train(A, B, X, Y, learning_rate=2, steps=400):
    for _ in range(steps):
        dA, dB = gradients(A, B, X, Y)
        A, B = A - learning_rate * dA, B - learning_rate * dB
    return np.mean((X @ A.T @ B.T - Y) ** 2)


rng = np.random.default_rng(0)
d, r = 16, 2
X = rng.normal(size=(200, d))
target = rng.normal(size=(d, r)) @ rng.normal(size=(r, d)) / d  # of rank r
Y = X @ target.T
A, B = rng.normal(size=(r, d)) / 4, rng.normal(size=(d, r)) / 4

print(f"loss without an adapter      {np.mean(Y**2):.3f}")
print("after 400 steps")
print(f"  A random, B zero           {train(A, 0 * B, X, Y):.3f}")
print(f"  A zero, B random           {train(0 * A, B, X, Y):.3f}")
print(f"  both zero                  {train(0 * A, 0 * B, X, Y):.3f}")
