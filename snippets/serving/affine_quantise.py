"""Shows affine quantisation, its error bound, and the two ways to lose the bound."""

import numpy as np


def parameters(low, high, bits=8):
    low, high = min(low, 0.0), max(high, 0.0)  # 0 needs an exact code: padding, ReLU
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, round(-low / scale)  # scale, zero point


def quantise(x, scale, zero_point, bits=8):
    return np.clip(np.round(x / scale) + zero_point, 0, 2**bits - 1)


def restore(codes, scale, zero_point):
    return scale * (codes - zero_point)


def largest_error(x, scale, zero_point, bits=8):  # in units of the scale
    restored = restore(quantise(x, scale, zero_point, bits), scale, zero_point)
    return np.abs(x - restored).max() / scale


x = np.random.default_rng(0).normal(0.5, 1, 10_000)
print("bits   scale  zero point  largest error / scale")
for bits in (8, 4, 2):
    scale, zero_point = parameters(x.min(), x.max(), bits)
    error = largest_error(x, scale, zero_point, bits)
    print(f"{bits:4d}{scale:8.4f}{zero_point:12d}{error:23.2f}")

clipped = parameters(*np.percentile(x, (0.1, 99.9)))
print(f"clipped to the middle 99.8 %: {largest_error(x, *clipped):.1f} scales")

far = np.linspace(5, 6, 101)
scale = 1 / 255  # of the range [5, 6], without 0
print(f"range [5, 6] without 0: zero point {-5 / scale:.0f}, no uint8")
codes = quantise(far, scale, 0)  # so it is cut to 0
print(f"    restored values {np.unique(restore(codes, scale, 0))}")
print(f"    with 0 in the range: {largest_error(far, *parameters(5, 6)):.2f} scales")
