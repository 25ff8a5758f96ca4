"""Shows that the gradient of softmax cross-entropy is p - y, three ways."""

import numpy as np


def softmax(z):  # z: (K,)
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_jacobian(p):  # (K, K), row i holds the derivatives of p_i
    return np.diag(p) - np.outer(p, p)


def cross_entropy(z, y):  # y: (K,), sums to 1
    shifted = z - z.max()
    return np.log(np.exp(shifted).sum()) - y @ shifted


def gradient(z, y):
    return softmax(z) - y


def gradient_by_chain_rule(z, y):
    p = softmax(z)
    return softmax_jacobian(p).T @ (-y / p)


def gradient_by_differences(z, y, step=1e-6):
    shifts = step * np.eye(len(z))
    return np.array(
        [cross_entropy(z + s, y) - cross_entropy(z - s, y) for s in shifts]
    ) / (2 * step)


z, y = np.array([2.0, 1.0, -1.0]), np.array([0.0, 1.0, 0.0])
print("p            ", softmax(z).round(4))
print("p - y        ", gradient(z, y).round(4))
print("chain rule   ", gradient_by_chain_rule(z, y).round(4))
print("differences  ", gradient_by_differences(z, y).round(4))
print(f"sum of the gradient {abs(gradient(z, y).sum()):.4f}")
