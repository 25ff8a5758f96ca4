"""Shows the backward pass of attention by hand, checked by finite differences."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def forward(Q, K, V):
    weights = softmax(Q @ K.T / np.sqrt(Q.shape[1]))  # (queries, keys)
    return weights @ V, weights


def backward(Q, K, V, G):
    # G: gradient that arrives at the output, (queries, d_v)
    _, A = forward(Q, K, V)
    dA = G @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))  # softmax, row by row
    scale = np.sqrt(Q.shape[1])
    return dS @ K / scale, dS.T @ Q / scale, A.T @ G, dS


def central_differences(f, X, step=1e-5):
    result = np.empty_like(X)
    for index in np.ndindex(X.shape):
        move = np.zeros_like(X)
        move[index] = step
        result[index] = (f(X + move) - f(X - move)) / (2 * step)
    return result


rng = np.random.default_rng(0)
Q, K, V = rng.normal(size=(3, 4)), rng.normal(size=(5, 4)), rng.normal(size=(5, 2))
G = rng.normal(size=(3, 2))
dQ, dK, dV, dS = backward(Q, K, V, G)
numeric = (
    central_differences(lambda Z: np.sum(G * forward(Z, K, V)[0]), Q),
    central_differences(lambda Z: np.sum(G * forward(Q, Z, V)[0]), K),
    central_differences(lambda Z: np.sum(G * forward(Q, K, Z)[0]), V),
)
for name, ours, check in zip("QKV", (dQ, dK, dV), numeric):
    length, gap = np.linalg.norm(ours), np.abs(ours - check).max()
    print(f"d{name} {ours.shape}: length {length:.2f}, off by {gap:.6f}")
print("each row of dS sums to 0:", np.allclose(dS.sum(axis=1), 0))
