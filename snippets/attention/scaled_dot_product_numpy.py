"""Shows attention as three steps: score each pair, softmax each row, average the values."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def attention(Q, K, V):
    # Q: (..., queries, d_k), K: (..., keys, d_k), V: (..., keys, d_v)
    scores = Q @ K.mT / np.sqrt(Q.shape[-1])  # (..., queries, keys)
    weights = softmax(scores)  # each row is a distribution over the keys
    return weights @ V, weights  # (..., queries, d_v)


Q = np.array([[4.0, 0.0], [-2.0, 2.0], [0.0, 0.0]])
K = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
V = np.array([[10.0], [20.0], [30.0], [60.0]])
output, weights = attention(Q, K, V)

print("shapes: Q", Q.shape, "K", K.shape, "V", V.shape)
print("weights", weights.shape, "output", output.shape)
for q, row, y in zip(Q, weights, output):
    print(f"query {q}: weights {row.round(2)} sum {row.sum():.2f} output {y.round(1)}")
