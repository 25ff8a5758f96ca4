"""Shows exact nearest-neighbour search in blocks, with ties decided by the id."""

import numpy as np


def squared_distances(queries, docs):  # (b, d), (n, d) -> (b, n)
    norms = np.sum(queries**2, axis=1)[:, None] + np.sum(docs**2, axis=1)
    return norms - 2 * queries @ docs.T


def exact_knn(queries, docs, k, block=1024):  # -> distances, ids: (b, k)
    distances = np.empty((len(queries), 0))
    ids = np.empty((len(queries), 0), dtype=int)
    for start in range(0, len(docs), block):
        part = docs[start : start + block]
        numbers = np.broadcast_to(
            start + np.arange(len(part)), (len(queries), len(part))
        )
        distances = np.hstack([distances, squared_distances(queries, part)])
        ids = np.hstack([ids, numbers])
        # stable: equal distances keep the order of their ids
        keep = np.argsort(distances, axis=1, kind="stable")[:, :k]
        distances = np.take_along_axis(distances, keep, axis=1)
        ids = np.take_along_axis(ids, keep, axis=1)
    return distances, ids


rng = np.random.default_rng(0)
docs = rng.integers(0, 3, (5000, 8)).astype(float)  # small integers: many ties
queries = docs[:3]
distances, ids = exact_knn(queries, docs, 4)
for i, d in zip(ids, distances, strict=True):
    print("ids", *i, " squared distances", *d)
other_blocks = exact_knn(queries, docs, 4, block=37)[1]
print("the same ids with blocks of 37:", np.array_equal(ids, other_blocks))

a, b = np.float32([[4097]]), np.float32([[4098]])
print("one apart, expanded in float32:", squared_distances(a, b).item())
print("the same, centred first:       ", squared_distances(a - a, b - a).item())
