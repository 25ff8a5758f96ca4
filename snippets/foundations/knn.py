"""Shows k nearest neighbours in blocks, with one matrix product a block."""

import numpy as np


def squared_distances(A, B):  # (m, d), (n, d) -> (m, n)
    squares = (A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1)
    return np.maximum(squares - 2 * A @ B.T, 0)  # rounding can go below 0


def knn_predict(X, y, queries, k, block=256):
    """Labels 0 … K-1 by majority; a tie goes to the smallest label."""
    if not 1 <= k <= len(X):
        raise ValueError(f"k must be between 1 and {len(X)}")
    centre = X.mean(axis=0)  # distances stay, squares get small
    X, queries = X - centre, queries - centre
    predictions = []
    for start in range(0, len(queries), block):
        distances = squared_distances(queries[start : start + block], X)
        nearest = np.argpartition(distances, k - 1, axis=1)[:, :k]  # not sorted
        predictions += [np.bincount(y[i]).argmax() for i in nearest]
    return np.array(predictions, dtype=int)


rng = np.random.default_rng(0)
y = np.arange(300) % 3
corners = np.array([[0, 0], [2, 0], [1, 2]])
X = corners[y] + rng.normal(size=(300, 2))
train, test = slice(200), slice(200, None)
for k in (1, 15, 200):
    right = knn_predict(X[train], y[train], X[test], k) == y[test]
    print(f"k = {k:3}: {right.sum()} of {right.size} right")
