"""Shows causal linear attention twice: over all pairs, and as a recurrent network."""

import numpy as np


def feature(x):
    return np.where(x > 0, x + 1, np.exp(x))  # elu(x) + 1: always positive


def parallel(Q, K, V):
    weights = np.tril(feature(Q) @ feature(K).T)  # (n, n)
    return weights @ V / weights.sum(axis=1, keepdims=True)


def step(state, normaliser, q, k, v):
    # state: (d_k, d_v), normaliser: (d_k,)
    state = state + np.outer(feature(k), v)
    normaliser = normaliser + feature(k)
    return state, normaliser, feature(q) @ state / (feature(q) @ normaliser)


rng = np.random.default_rng(0)
d_k, d_v = 8, 4
Q, K = rng.normal(size=(2, 200, d_k))
V = rng.normal(size=(200, d_v))
state, normaliser, outputs = np.zeros((d_k, d_v)), np.zeros(d_k), []
for q, k, v in zip(Q, K, V):
    state, normaliser, output = step(state, normaliser, q, k, v)
    outputs.append(output)
print("parallel equals recurrent:", np.allclose(outputs, parallel(Q, K, V)))
print("state", state.shape, "normaliser", normaliser.shape)
held = state.size + normaliser.size
print(f"numbers held after {len(K)} tokens: {held}, in a cache {K.size + V.size}")

d = 128
tokens = (d * d + d) / (2 * d)
print(f"head width {d}: the state is as large as the cache of {tokens} tokens")
