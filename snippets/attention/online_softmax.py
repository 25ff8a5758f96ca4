"""Shows exact attention in tiles: a running maximum, sum and output."""

import numpy as np


def start(queries, d_v):
    return (
        np.full((queries, 1), -np.inf),
        np.zeros((queries, 1)),
        np.zeros((queries, d_v)),
    )


def merge(a, b):
    # a state: maximum (n, 1), sum of exponentials (n, 1), sum times output (n, d_v)
    m = np.maximum(a[0], b[0])
    rescale_a, rescale_b = np.exp(a[0] - m), np.exp(b[0] - m)
    return m, rescale_a * a[1] + rescale_b * b[1], rescale_a * a[2] + rescale_b * b[2]


def tile(Q, K, V):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    m = scores.max(axis=1, keepdims=True)
    weights = np.exp(scores - m)
    return m, weights.sum(axis=1, keepdims=True), weights @ V


def attention(Q, K, V, block):
    state = start(len(Q), V.shape[1])
    for i in range(0, len(K), block):
        state = merge(state, tile(Q, K[i : i + block], V[i : i + block]))
    return state[2] / state[1]


rng = np.random.default_rng(0)
Q, K, V = rng.normal(size=(3, 96, 8)) * 5
m, total, output = tile(Q, K, V)
for block in (1, 7, 32):
    same = np.allclose(attention(Q, K, V, block), output / total, atol=1e-12)
    print(
        f"blocks of {block:2d} keys, {len(Q) * block:5d} scores at a time, same: {same}"
    )

parts = [tile(Q, K[i : i + 24], V[i : i + 24]) for i in (48, 0, 72, 24)]
ring = merge(merge(parts[0], parts[1]), merge(parts[2], parts[3]))
print("four devices, any order:", np.allclose(ring[2] / ring[1], output / total))
