"""Shows the NF4 code and its error on normal weights against other 4-bit formats."""

import numpy as np
from scipy.stats import norm


def nf4_code(offset=0.9677083):
    # quantiles of a normal: 8 positive, 7 negative, and an exact zero
    positive = norm.ppf(np.linspace(offset, 0.5, 9)[:-1])
    negative = -norm.ppf(np.linspace(offset, 0.5, 8)[:-1])
    code = np.sort(np.concatenate([negative, [0.0], positive]))
    return code / code.max()


def absmax_quantise(w, code, block):
    w = w.reshape(len(w) // block, block)
    scale = np.abs(w).max(axis=1, keepdims=True) / np.abs(code).max()
    middles = (code[1:] + code[:-1]) / 2  # the nearest code lies between two middles
    return code[np.searchsorted(middles, w / scale)] * scale


def affine_quantise(w, block):  # 16 equal steps from the block's minimum to its maximum
    w = w.reshape(len(w) // block, block)
    low, high = w.min(axis=1, keepdims=True), w.max(axis=1, keepdims=True)
    step = (high - low) / 15
    return low + np.round((w - low) / step) * step


nf4, int4 = nf4_code(), np.arange(-7.0, 8.0)
fp4 = np.array([0, 0.5, 1, 1.5, 2, 3, 4, 6])  # E2M1
fp4 = np.concatenate([-fp4[:0:-1], fp4])
w = np.random.default_rng(0).standard_normal(2**20, np.float32)

print("NF4:", *[f"{value:.4f}" for value in nf4[:8]])
print("    ", *[f"{value:.4f}" for value in nf4[8:]])
print("\nformat, block            bits   squared   absolute error")
for name, block, constants, quantised in [
    ("NF4 64", 64, 1, absmax_quantise(w, nf4, 64)),
    ("int4 symmetric 64", 64, 1, absmax_quantise(w, int4, 64)),
    ("fp4 E2M1 64", 64, 1, absmax_quantise(w, fp4, 64)),
    ("int4 min-max 64", 64, 2, affine_quantise(w, 64)),
    ("int4 min-max 128", 128, 2, affine_quantise(w, 128)),
    ("NF4 32", 32, 1, absmax_quantise(w, nf4, 32)),
    ("int4 min-max 32", 32, 2, affine_quantise(w, 32)),
]:
    off = np.abs(w.reshape(quantised.shape) - quantised)
    bits = 4 + 16 * constants / block  # constants in 16 bits
    print(f"{name:24s}{bits:5.3f}{np.mean(off**2):9.4f}{np.mean(off):11.4f}")
