"""Shows a move to a new embedding model: a half-moved index loses, two do not."""

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def encoder(seed, sees, cone):
    """A model: some features of the meaning, a cone, and coordinates of its own."""
    axes, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(33, 33)))

    def encode(meaning):  # (n, 32) -> (n, 33)
        seen = unit(meaning[:, :sees])
        return unit(seen @ axes[:sees] + cone * axes[32])

    return encode


def recall(scores, truth):
    found = np.argsort(-scores, axis=1)[:, :10]
    return np.mean([np.isin(t, f).mean() for f, t in zip(found, truth, strict=True)])


rng = np.random.default_rng(0)
docs = rng.normal(size=(1500, 32))
queries = docs[:100] + 0.5 * rng.normal(size=(100, 32))
truth = np.argsort(-(unit(queries) @ unit(docs).T), axis=1)[:, :10]
old, new = encoder(1, sees=28, cone=0), encoder(2, sees=32, cone=1.5)
turn = rng.random(1500)  # the backfill takes documents in this order
in_old, in_new = old(queries) @ old(docs).T, new(queries) @ new(docs).T
print("share moved  old queries  new queries  each its own  two indexes")
for share in (0, 0.25, 0.5, 0.75, 1):
    moved = turn < share
    stored = np.where(moved[:, None], new(docs), old(docs))  # rewritten in place
    mixed = [recall(encode(queries) @ stored.T, truth) for encode in (old, new)]
    merged = recall(np.where(moved, in_new, in_old), truth)  # by score
    dual = recall(in_new if share == 1 else in_old, truth)  # switched when complete
    print(
        f"{share:11.2f} {mixed[0]:12.2f} {mixed[1]:12.2f} {merged:13.2f} {dual:12.2f}"
    )

print(f"median cosine: old {np.median(in_old):.2f}, new {np.median(in_new):.2f}")
fit, *_ = np.linalg.lstsq(new(docs[200:700]), old(docs[200:700]))  # embedded by both
mapped = new(queries) @ fit @ old(docs).T
print(f"new queries mapped to the old space: {recall(mapped, truth):.2f}")
