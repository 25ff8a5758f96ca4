"""Shows a perfect index of poor embeddings beaten by a lossy one of good ones."""

import numpy as np


def top(scores, k):
    return np.argsort(-scores, axis=1)[:, :k]


def overlap(found, truth):
    hits = sum(map(len, map(np.intersect1d, found, truth)))
    return hits / truth.size


def lossy(scores, share, rng):  # a stand-in for any index: each document may be missed
    return np.where(rng.random(scores.shape) < share, -np.inf, scores)


rng = np.random.default_rng(0)
meaning = rng.normal(size=(2000, 16))
wanted = rng.normal(size=(100, 16))
relevant = top(wanted @ meaning.T, 10)

print("embedding  index       ANN recall@10  relevant@10")
for name, noise, missed in (("poor", 1.0, 0.0), ("good", 0.2, 0.1)):
    docs = meaning + noise * rng.normal(size=meaning.shape)
    scores = wanted @ docs.T
    found = top(lossy(scores, missed, rng), 10)
    index = f"misses {missed:.1f}" if missed else "exact"
    ann, good = overlap(found, top(scores, 10)), overlap(found, relevant)
    print(f"{name:<10} {index:<11} {ann:13.2f} {good:12.2f}")
