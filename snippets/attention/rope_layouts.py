"""Shows that the wrong layout of rotary pairs changes scores without any error."""

import numpy as np


def rotate(x, position, layout):
    half = len(x) // 2
    angle = position * 10_000 ** (-np.arange(half) / half)
    cos, sin = np.cos(angle), np.sin(angle)
    if layout == "interleaved":  # pairs (0, 1), (2, 3), …
        first, second = slice(0, None, 2), slice(1, None, 2)
    else:  # half-split: pairs (0, d / 2), (1, d / 2 + 1), …
        first, second = slice(0, half), slice(half, None)
    out = np.empty_like(x)
    out[first] = x[first] * cos - x[second] * sin
    out[second] = x[first] * sin + x[second] * cos
    return out


def score(q, k, m, n, layout):
    return rotate(q, m, layout) @ rotate(k, n, layout)


def to_half_split(W):  # rows of one head of W_q or W_k: (d, d_model)
    return np.concatenate([W[::2], W[1::2]])


rng = np.random.default_rng(0)
d, d_model = 16, 32
W_q, W_k = rng.normal(size=(2, d, d_model)) / np.sqrt(d_model)
x, y = rng.normal(size=(2, d_model))
q, k = W_q @ x, W_k @ y
q_split, k_split = to_half_split(W_q) @ x, to_half_split(W_k) @ y

print(" m  n   interleaved   wrong layout   half-split, rows permuted")
for m, n in ((5, 5), (9, 5), (109, 105)):
    right = score(q, k, m, n, "interleaved")
    wrong = score(q, k, m, n, "half-split")
    mended = score(q_split, k_split, m, n, "half-split")
    print(f"{m:3d} {n:3d} {right:9.3f} {wrong:14.3f} {mended:14.3f}")
