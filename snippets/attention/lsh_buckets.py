"""Shows which softmax weight locality-sensitive hashing finds: peaks, not breadth."""

import numpy as np


def hashes(X, rotations):  # X: (n, d), rotations: (rounds, d, buckets / 2)
    z = X @ rotations
    return np.concatenate([z, -z], axis=-1).argmax(axis=-1)  # (rounds, n)


def share_found(X, sharpness, together):
    weights = np.exp(sharpness * X @ X.T)  # queries are the keys
    np.fill_diagonal(weights, 0)  # a token does not attend to itself
    return (weights * together).sum(axis=1) @ (1 / weights.sum(axis=1)) / len(X)


rng = np.random.default_rng(0)
words = rng.normal(size=(256, 32))
X = np.repeat(words, 2, axis=0) + 0.15 * rng.normal(size=(512, 32))  # pairs alike
X /= np.linalg.norm(X, axis=1, keepdims=True)
for rounds in (1, 4, 8):
    h = hashes(X, rng.normal(size=(rounds, 32, 16)))  # 32 buckets
    together = (h[:, :, None] == h[:, None, :]).any(axis=0)  # (n, n)
    peaked, flat = (share_found(X, sharpness, together) for sharpness in (20, 1))
    print(f"{rounds} rounds: pairs {together.mean():.2f}, ", end="")
    print(f"weight found, peaked {peaked:.2f}, flat {flat:.2f}")
