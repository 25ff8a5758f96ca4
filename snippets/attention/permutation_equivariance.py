"""Shows what self-attention knows of order: nothing, unless it has a causal mask."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def self_attention(X, W, causal):
    Q, K, V = X @ W  # X: (n, d), W: (3, d, d)
    scores = Q @ K.T / np.sqrt(X.shape[1])
    if causal:
        scores = np.where(np.tri(len(X), dtype=bool), scores, -np.inf)
    return softmax(scores) @ V


rng = np.random.default_rng(0)
X = rng.normal(size=(6, 8))
W, W2 = rng.normal(size=(2, 3, 8, 8)) / np.sqrt(8)
order = np.array([3, 0, 4, 2, 1, 5])  # the last token stays last

for causal in (False, True):
    plain, shuffled = self_attention(X, W, causal), self_attention(X[order], W, causal)
    print(f"{causal=}: outputs only reordered:", np.allclose(shuffled, plain[order]))
    deep, deep_shuffled = (self_attention(H, W2, causal) for H in (plain, shuffled))
    for layers, one, other in ((1, plain, shuffled), (2, deep, deep_shuffled)):
        moved = np.abs(other[-1] - one[-1]).max()
        print(f"  the last output moves by {moved:.2f} after layer {layers}")
