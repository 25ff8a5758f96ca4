"""Shows that mean-pooling key-value heads depends on bases that MHA does not see."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def attention(X, W_q, W_k, W_v):
    # X: (n, d); W_q: (heads, d, d_h); W_k, W_v: (kv_heads, d, d_h)
    group = len(W_q) // len(W_k)
    Q, K, V = X @ W_q, *(np.repeat(X @ W, group, axis=0) for W in (W_k, W_v))
    return softmax(Q @ K.mT / np.sqrt(Q.shape[-1])) @ V  # (heads, n, d_h)


def mean_pool(W, kv_heads):
    return W.reshape(kv_heads, -1, *W.shape[1:]).mean(axis=1)


def error(X, W_q, W_k, W_v, kv_heads):
    full = attention(X, W_q, W_k, W_v)
    pooled = attention(X, W_q, mean_pool(W_k, kv_heads), mean_pool(W_v, kv_heads))
    return np.linalg.norm(pooled - full) / np.linalg.norm(full)


rng = np.random.default_rng(0)
n, d, d_h, heads = 10, 16, 4, 4
X = rng.normal(size=(n, d))
W_q = rng.normal(size=(heads, d, d_h)) / 2
W_k, W_v = np.repeat(rng.normal(size=(2, 2, d, d_h)) / 2, 2, axis=1)
print(f"pairs of equal heads: error {error(X, W_q, W_k, W_v, 2):.2f}")

swap = [0, 2, 1, 3]
swapped = error(X, W_q[swap], W_k[swap], W_v[swap], 2)
print(f"the same heads in another order: error {swapped:.2f}")

R = np.linalg.qr(rng.normal(size=(heads, d_h, d_h)))[0]  # a rotation for each head
same = np.allclose(attention(X, W_q @ R, W_k @ R, W_v), attention(X, W_q, W_k, W_v))
print("queries and keys rotated together, MHA unchanged:", same)
print(f"the same, then pooled: error {error(X, W_q @ R, W_k @ R, W_v, 2):.2f}")
