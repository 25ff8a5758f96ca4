"""Shows the gradient that softmax logits feel when a wrong class leads by a margin."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def cross_entropy_gradient(z, y):  # z: (K,), y: (K,) one-hot
    return softmax(z) - y


def squared_error_gradient(z, y):  # of Σ (p - y)²
    p = softmax(z)
    r = p - y
    return 2 * p * (r - p @ r)  # 2 J r with the Jacobian J = diag(p) - p pᵀ


y = np.array([0, 1, 0])
print("margin of the wrong class    |dCE/dz|  |dSE/dz|")
for margin in (0, 2, 4, 8, 16):
    z = np.array([margin, 0.0, 0.0])
    ce = np.linalg.norm(cross_entropy_gradient(z, y))
    se = np.linalg.norm(squared_error_gradient(z, y))
    print(f"{margin:25d} {ce:11.3f} {se:9.1e}")
