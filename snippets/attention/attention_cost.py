"""Shows what grows with the square of the length: time and scores, not scores times d."""

import numpy as np


def flops(n, heads, d):
    return heads * (2 * n * n * d + 2 * n * n * d)  # Q Kᵀ, then weights times V


def score_bytes(n, heads, itemsize):
    return heads * n * n * itemsize  # one number a pair: d has been summed away


def token_bytes(n, heads, d, itemsize):
    return 4 * heads * n * d * itemsize  # Q, K, V and the output


def blockwise(Q, K, V, block):
    rows = []  # only block × n scores exist at a time, and the arithmetic is the same
    for start in range(0, len(Q), block):
        scores = Q[start : start + block] @ K.T / np.sqrt(Q.shape[1])
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        rows.append(weights @ V / weights.sum(axis=1, keepdims=True))
    return np.concatenate(rows)


heads, d, GiB = 32, 128, 2**30
print("length   TFLOP   scores GiB   Q, K, V, output GiB")
for n in (2048, 8192, 32768):
    scores = score_bytes(n, heads, 2) / GiB
    tokens = token_bytes(n, heads, d, 2) / GiB
    print(f"{n:6d} {flops(n, heads, d) / 1e12:7.2f} {scores:12.2f} {tokens:12.4f}")
print(f"n² d numbers at 8192 would be {d * score_bytes(8192, heads, 2) / GiB:.0f} GiB")

rng = np.random.default_rng(0)
Q, K, V = rng.normal(size=(3, 512, 16))
same = np.allclose(blockwise(Q, K, V, 32), blockwise(Q, K, V, len(Q)))
print("32 queries at a time give the same output:", same)
