"""Shows how one more coordinate turns inner-product search into distance search."""

import numpy as np


def squared_norms(vectors):
    return np.sum(vectors**2, axis=1)


def augment(docs, bound):  # (n, d) -> (n, d + 1), every squared norm equals bound
    slack = bound - squared_norms(docs)
    if (slack < 0).any():
        raise ValueError("a norm exceeds the bound: rebuild with a larger one")
    return np.column_stack([docs, np.sqrt(slack)])


def nearest(query, docs):  # ids by distance, nearest first
    return np.argsort(squared_norms(docs - query))


docs = np.array([[3.0, 0.0], [1.0, 1.0], [0.0, 5.0], [6.0, 4.0]])
query = np.array([3.0, 1.0])
padded_query = np.append(query, 0.0)
bound = squared_norms(docs).max()

print("by inner product   ", *np.argsort(-docs @ query))
print("by distance        ", *nearest(query, docs))
print("augmented, distance", *nearest(padded_query, augment(docs, bound)))

grown = np.vstack([docs, [9.0, 0.0]])  # number 4 arrives, longer than the bound
try:
    augment(grown, bound)
except ValueError as error:
    print("new vector:", error)
clipped = np.vstack([augment(docs, bound), [9.0, 0.0, 0.0]])
rebuilt = augment(grown, squared_norms(grown).max())
print("by inner product   ", *np.argsort(-grown @ query))
print("extra coordinate 0 ", *nearest(padded_query, clipped))
print("rebuilt            ", *nearest(padded_query, rebuilt))
