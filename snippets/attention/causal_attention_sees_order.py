"""Shows how a causal mask and a start token tell positions without any encoding."""

import numpy as np


def causal_weights(X, W_q, W_k):
    scores = (X @ W_q) @ (X @ W_k).T / np.sqrt(X.shape[1])  # (n, n)
    scores[np.triu_indices(len(X), 1)] = -np.inf
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


rng = np.random.default_rng(0)
W_q, W_k = rng.normal(size=(2, 8, 8)) / np.sqrt(8)
start, word = rng.normal(size=(2, 8))
n = 6

alike = np.tile(word, (n, 1))  # the same token n times
output = causal_weights(alike, W_q, W_k) @ alike
print(
    "n equal tokens: outputs equal at every position:", np.allclose(output, output[0])
)

marked = np.vstack([start, alike])  # the same behind a start token
share = causal_weights(marked, W_q, W_k)[1:, 0]
print("weight on the start token:", share.round(3))
print("1 / weight, its steps:    ", np.diff(1 / share).round(3))
