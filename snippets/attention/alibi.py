"""Shows ALiBi: each head subtracts its slope times the distance from the scores."""

import numpy as np


def slopes(heads):  # for a power of two
    return 2.0 ** (-8 * np.arange(1, heads + 1) / heads)


def bias(heads, n):
    distance = np.arange(n)[:, None] - np.arange(n)  # query minus key: (n, n)
    return -slopes(heads)[:, None, None] * distance  # (heads, n, n)


def causal_softmax(scores):
    n = scores.shape[-1]
    scores = np.where(np.tri(n, dtype=bool), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


heads = 8
print("slopes:", slopes(heads))
for head in (0, 3, 7):
    weights = np.exp(-slopes(heads)[head] * np.arange(4096))  # equal content scores
    nearest = np.cumsum(weights) / weights.sum()
    reach = np.searchsorted(nearest, 0.99) + 1
    print(f"head {head + 1}: 99 % of the weight within {reach} tokens")

rng = np.random.default_rng(0)
scores = rng.normal(size=(heads, 50, 50))
key_only = slopes(heads)[:, None, None] * np.arange(50)  # needs no query position
by_distance = causal_softmax(scores + bias(heads, 50))
same = np.allclose(by_distance, causal_softmax(scores + key_only))
print("adding slope * key position gives the same weights:", same)
