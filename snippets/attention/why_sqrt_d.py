"""Shows how dot products spread as d_k grows, and what that does to the softmax."""

import numpy as np


def score_variance(d, mean, rng):
    q = rng.normal(mean, size=(2000, 1, d))  # components independent, variance 1
    k = rng.normal(mean, size=(2000, 16, d))
    scores = np.sum(q * k, axis=-1)
    of_one_query = scores.var(axis=1, ddof=1).mean()
    return scores.var(), of_one_query


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def entropy(p):
    return -np.sum(p * np.log(p.clip(1e-300)), axis=-1)


def jacobian_norm(p):  # of softmax: diag(p) - p pᵀ, in the Frobenius norm
    diagonal = p[..., None] * np.eye(p.shape[-1])
    return np.linalg.norm(diagonal - p[..., None] * p[..., None, :], axis=(-2, -1))


rng = np.random.default_rng(0)
print("mean   d   variance/d   of one query's scores/d")
for mean, d in ((0, 16), (0, 64), (1, 16), (1, 64)):
    total, row = score_variance(d, mean, rng)
    print(f"{mean:4d} {d:3d} {total / d:10.1f} {row / d:15.1f}")

print("scores      d   entropy   largest   rows with a Jacobian below 0.01")
for d in (4, 64, 512):
    q, K = rng.normal(size=(200, 1, d)), rng.normal(size=(200, 64, d))
    scores = np.sum(q * K, axis=-1)  # 200 queries, 64 keys each
    for name, z in (("raw", scores), ("scaled", scores / np.sqrt(d))):
        p = softmax(z)
        dead = np.mean(jacobian_norm(p) < 0.01)
        mean_entropy, largest = entropy(p).mean(), p.max(axis=1).mean()
        print(f"{name:6} {d:6d} {mean_entropy:9.2f} {largest:9.2f} {dead:10.0%}")
