"""Shows a rollback that fits in shape and type, and returns random neighbours."""

import hashlib

import numpy as np


def encoder(seed, dim=16):
    """A trained encoder: the same meaning, in coordinates of its own."""
    weights, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(dim, dim)))
    space = hashlib.sha256(weights.tobytes()).hexdigest()  # travels with every vector
    return {"weights": weights, "space": space}


def build(encoder, items):  # items: (n, dim)
    return {"vectors": items @ encoder["weights"], "space": encoder["space"]}


def search(encoder, index, queries, k=10):  # queries: (m, dim) -> (m, k)
    scores = queries @ encoder["weights"] @ index["vectors"].T
    return np.argsort(-scores, axis=1)[:, :k]


def recall(found, truth):
    return np.mean([np.isin(t, f).mean() for f, t in zip(found, truth, strict=True)])


rng = np.random.default_rng(0)
items = rng.normal(size=(2_000, 16))  # what they mean
queries = items[:200] + 0.1 * rng.normal(size=(200, 16))
truth = np.argsort(-(queries @ items.T), axis=1)[:, :10]
v1, v2 = encoder(1), encoder(2)
for name, tower, builder in (
    ("before:             queries v1, index v1", v1, v1),
    ("after:              queries v2, index v2", v2, v2),
    ("tower rolled back:  queries v1, index v2", v1, v2),
):
    index = build(builder, items)
    found = search(tower, index, queries)  # shapes and types fit: no error
    same = tower["space"] == index["space"]
    print(f"{name}: recall@10 {recall(found, truth):.3f}, same space {same}")
