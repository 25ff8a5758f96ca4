"""Shows semantic IDs: residual k-means turns a vector into codes, and codes collide."""

import numpy as np
from scipy.cluster.vq import kmeans2, vq


def fit(X, levels, size, rng):
    books = []
    for _ in range(levels):
        book, _ = kmeans2(X, size, minit="++", rng=rng)
        books.append(book)
        X = X - book[vq(X, book)[0]]  # what this level leaves unexplained
    return books


def encode(X, books):  # (items, levels), for new items too
    codes = []
    for book in books:
        codes.append(vq(X, book)[0])  # the nearest entry
        X = X - book[codes[-1]]
    return np.stack(codes, axis=1)


def group_sizes(codes):  # for each item, how many items have its ID
    _, which, counts = np.unique(codes, axis=0, return_inverse=True, return_counts=True)
    return counts[which]


rng = np.random.default_rng(0)
n, size = 2_000, 16
topics = rng.normal(size=(20, 8))
topic = rng.integers(20, size=n)
X = topics[topic] + 0.3 * rng.normal(size=(n, 8))
X -= X.mean(axis=0)
books = fit(X, 3, size, rng)
codes = encode(X, books)
print("codes   IDs  unexplained  sharing an ID  if IDs were random  largest group")
for levels in (1, 2, 3):
    ids = size**levels
    left = X - sum(books[i][codes[:, i]] for i in range(levels))
    group = group_sizes(codes[:, :levels])
    chance = n * (1 - (1 - 1 / ids) ** (n - 1))
    print(f"{levels:5} {ids:5} {left.var() / X.var():12.2f}", end=" ")
    print(f"{(group > 1).sum():14} {chance:19.0f} {group.max():14}")
pair = ~np.eye(n, dtype=bool)  # an item is no pair with itself
same = (codes[:, None, 0] == codes[None, :, 0]) & pair
alike = topic[:, None] == topic
print(f"pairs of one topic: {alike[pair].mean():.2f},", end=" ")
print(f"where the first code agrees: {alike[same].mean():.2f}")
