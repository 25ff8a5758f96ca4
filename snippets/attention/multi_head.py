"""Shows multi-head attention: project, split, attend in each head, concatenate, mix."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def split_heads(X, heads):
    n, d = X.shape
    return X.reshape(n, heads, d // heads).transpose(1, 0, 2)  # (heads, n, d_h)


def merge_heads(X):
    return X.transpose(1, 0, 2).reshape(X.shape[1], -1)  # (n, heads * d_h)


def multi_head(X, W_q, W_k, W_v, W_o, heads):
    # X: (n, d), each W: (d, d)
    Q, K, V = (split_heads(X @ W, heads) for W in (W_q, W_k, W_v))
    scores = Q @ K.mT / np.sqrt(Q.shape[-1])  # (heads, n, n), scaled by d_h
    weights = softmax(scores)
    return merge_heads(weights @ V) @ W_o, weights


def wrong_split(X, heads):
    return X.reshape(heads, len(X), -1)  # the right shape, the wrong numbers


rng = np.random.default_rng(0)
n, d, heads = 5, 12, 3
X = rng.normal(size=(n, d))
W = rng.normal(size=(4, d, d)) / np.sqrt(d)
output, weights = multi_head(X, *W, heads)
print("output", output.shape, "weights", weights.shape)
spread = weights[:, -1].round(2)
for head, row in enumerate(spread):
    print(f"head {head}, last query: {row}")

positions = np.arange(n)[:, None] * np.ones(d)  # each row holds its position
print("head 0 gets positions", np.unique(split_heads(positions, heads)[0]))
print("without the transpose", np.unique(wrong_split(positions, heads)[0]))
