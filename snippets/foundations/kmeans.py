"""Shows k-means from scratch: Lloyd's iterations from k-means++ starts."""

import numpy as np


def squared_distances(X, centres):  # (n, d), (k, d) -> (n, k)
    return ((X[:, None] - centres) ** 2).sum(axis=-1)


def plus_plus(X, k, rng):
    centres = X[[rng.integers(len(X))]]
    while len(centres) < k:
        nearest = squared_distances(X, centres).min(axis=1)
        if nearest.sum() == 0:
            raise ValueError(f"fewer than {k} distinct points")
        new = rng.choice(len(X), p=nearest / nearest.sum())
        centres = np.vstack([centres, X[new]])
    return centres


def kmeans(X, centres, iterations=300):
    previous = None
    for _ in range(iterations):
        distances = squared_distances(X, centres)
        labels = distances.argmin(axis=1)
        if np.array_equal(labels, previous):
            break
        previous = labels
        far = iter(distances.min(axis=1).argsort()[::-1])  # new homes of empty clusters
        own = [X[labels == j] for j in range(len(centres))]
        centres = np.array([m.mean(axis=0) if len(m) else X[next(far)] for m in own])
    distances = squared_distances(X, centres)
    return centres, distances.argmin(axis=1), distances.min(axis=1).sum()


corners = np.array([[0.0, 0], [0, 1], [10, 0], [10, 1]])
between = np.array([[5.0, 0], [5, 1]])
starts = {
    "between left and right": between,
    "twice the same corner": corners[[0, 0]],
    "by k-means++": plus_plus(corners, 2, np.random.default_rng(0)),
}
for name, start in starts.items():
    centres, labels, inertia = kmeans(corners, start)
    print(f"start {name}: inertia {inertia:.0f}, labels {labels}")
