"""Shows a linear layer in integers: 32-bit sums, a zero-point term, and overflow."""

import numpy as np


def quantise_input(x):  # unsigned, one scale and zero point per tensor
    low, high = min(x.min(), 0), max(x.max(), 0)
    scale = (high - low) / 255
    zero_point = np.round(-low / scale).astype(int)
    codes = np.clip(np.round(x / scale) + zero_point, 0, 255)
    return codes.astype(np.uint8), scale, zero_point


def quantise_weight(w):  # signed and symmetric, one scale per output channel
    scale = np.abs(w).max(axis=0) / 127
    return np.round(w / scale).astype(np.int8), scale


def int8_linear(x, w, bias):
    x_codes, x_scale, zero_point = quantise_input(x)
    w_codes, w_scale = quantise_weight(w)
    sums = x_codes.astype(np.int32) @ w_codes.astype(np.int32)  # (tokens, out)
    sums -= zero_point * w_codes.sum(axis=0, dtype=np.int32)  # known before serving
    return x_scale * w_scale * sums + bias


rng = np.random.default_rng(0)
x = np.maximum(rng.standard_normal((100, 256)), -0.3)  # (tokens, in), lopsided
w, bias = rng.standard_normal((256, 64)), rng.standard_normal(64)
exact = x @ w + bias
error = np.linalg.norm(int8_linear(x, w, bias) - exact) / np.linalg.norm(exact)
print(f"relative error of the integer layer: {error:.4f}")

a = np.full((1, 4), 100, np.int8)
print(f"100·100 four times: int8 @ int8 gives {(a @ a.T).item()}, no warning")
print(f"    in 32 bits {(a.astype(np.int32) @ a.T.astype(np.int32)).item()}")
print(f"two products of uint8 and int8: up to {2 * 255 * 127}")
print(f"    a 16-bit sum holds {np.iinfo(np.int16).max}")
print(f"    7-bit weights need {2 * 255 * 63}")
print(f"products that always fit in 32 bits: {np.iinfo(np.int32).max // (255 * 127)}")
