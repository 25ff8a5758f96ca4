"""Shows that a shortened embedding must be divided by its norm again."""

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def not_their_own_best_match(vectors):  # by inner product
    scores = vectors @ vectors.T
    return np.sum(np.argmax(scores, axis=1) != np.arange(len(vectors)))


def orders_disagree(vectors, query):  # inner product against distance, first ten
    by_product = np.argsort(-vectors @ query)[:10]
    by_distance = np.argsort(np.sum((vectors - query) ** 2, axis=1))[:10]
    return set(by_product) != set(by_distance)


rng = np.random.default_rng(0)
scale = np.linspace(2, 1, 64)  # the first coordinates carry more, as trained
topics = np.repeat(rng.normal(size=(200, 64)), 5, axis=0)
full = unit((topics + 0.7 * rng.normal(size=topics.shape)) * scale)

for name, vectors in (
    ("64 numbers", full),
    ("first 16, as cut", full[:, :16]),
    ("first 16, normalised", unit(full[:, :16])),
):
    norms = np.linalg.norm(vectors, axis=1)
    lost = not_their_own_best_match(vectors)
    split = sum(orders_disagree(vectors, v) for v in vectors[:100])
    print(f"{name:<20} norms {norms.min():.2f} to {norms.max():.2f}")
    print(f"  documents that are not their own best match: {lost:4d} of 1000")
    print(f"  queries where the two measures disagree:     {split:4d} of  100")
