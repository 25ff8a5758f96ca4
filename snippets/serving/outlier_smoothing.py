"""Shows two exact rewrites of a product that make outlier channels quantisable."""

import numpy as np
from scipy.linalg import hadamard


def int8(a, axis=None):  # symmetric round trip, one scale per slice along axis
    scale = np.abs(a).max(axis=axis) / 127
    return np.round(a / scale) * scale


def smooth(x, w, alpha=0.5):  # SmoothQuant: moves scale from activations to weights
    s = np.abs(x).max(axis=0) ** alpha / np.abs(w).max(axis=1) ** (1 - alpha)
    return x / s, s[:, None] * w


def rotate(x, w):  # orthogonal: every new channel is a mixture of all old ones
    h = hadamard(len(w)) / np.sqrt(len(w))
    return x @ h, h.T @ w


def relative_error(approximate, exact):
    return np.linalg.norm(approximate - exact) / np.linalg.norm(exact)


rng = np.random.default_rng(0)
x = rng.standard_normal((256, 64))  # (tokens, in)
x[:, [7, 40]] *= 100  # two outlier channels
w = rng.standard_normal((64, 32)) / 8  # (in, out)
w[[7, 40]] /= 50  # the outliers do not dominate the output
exact = x @ w

print("rewrite         largest x  same in float   int8 error")
for name, (a, b) in {
    "none": (x, w),
    "smooth 0.5": smooth(x, w),
    "smooth 0.8": smooth(x, w, 0.8),
    "rotate": rotate(x, w),
}.items():
    same = np.allclose(a @ b, exact)
    quantised = relative_error(int8(a) @ int8(b, axis=0), exact)
    print(f"{name:14s}{np.abs(a).max():11.1f}{same!s:>15s}{quantised:13.3f}")
