"""Shows that attention layers alone make all tokens equal, and that skips prevent it."""

import numpy as np


def attention(X, Wq, Wk, Wv):  # X: (n, d)
    scores = X @ Wq @ (X @ Wk).T / np.sqrt(X.shape[1])  # (n, n)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True) @ X @ Wv


def disagreement(X):  # 0 if all tokens are equal, 1 if their mean is zero
    return np.linalg.norm(X - X.mean(axis=0)) / np.linalg.norm(X)


def history(X, layers, skip):
    values = [disagreement(X)]
    for Wq, Wk, Wv in layers:
        X = skip * X + attention(X, Wq, Wk, Wv)
        values.append(disagreement(X))
    return values


rng = np.random.default_rng(0)
n, d = 64, 32
X = rng.normal(size=(n, d))
layers = rng.normal(size=(3, 3, d, d)) / np.sqrt(d)
for name, skip in (("attention alone", 0), ("with a skip", 1)):
    values = history(X, layers, skip)
    print(f"{name:15}: disagreement", ", ".join(f"{v:.0e}" for v in values))

mean, differences = rng.normal(size=d), rng.normal(size=(n, d))
for size in (0.1, 0.01, 0.001):
    out = attention(mean + size * differences, *layers[0])
    print(f"differences {size:5}: after one layer {disagreement(out):.0e}")
