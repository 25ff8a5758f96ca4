"""Shows FP8 and 4-bit block formats: their values, bits a weight, and errors."""

import numpy as np


def positive_values(exponent_bits, mantissa_bits, largest):
    bias = 2 ** (exponent_bits - 1) - 1
    mantissa = np.arange(2**mantissa_bits) / 2**mantissa_bits
    normal = [2.0 ** (e - bias) * (1 + mantissa) for e in range(1, 2**exponent_bits)]
    subnormal = 2.0 ** (1 - bias) * mantissa
    values = np.concatenate([subnormal, *normal])
    return values[values <= largest]  # E4M3 and E5M2: codes beyond are NaN and infinity


E4M3 = positive_values(4, 3, 448)
E5M2 = positive_values(5, 2, 57_344)
E2M1 = positive_values(2, 1, 6)
INT8, INT4 = np.arange(128.0), np.arange(8.0)


def nearest(x, values):
    code = np.searchsorted((values[1:] + values[:-1]) / 2, np.abs(x))
    return np.sign(x) * values[code]


def per_tensor(x, values):
    scale = np.abs(x).max() / values[-1]
    return nearest(x / scale, values) * scale


def mxfp4(x):  # a power of two for 32 values; E2M1 ends at 1.5 · 2²
    blocks = x.reshape(-1, 32)
    top = np.abs(blocks).max(axis=1, keepdims=True)
    scale = 2 ** (np.floor(np.log2(top)) - 2)
    return (nearest(blocks / scale, E2M1) * scale).ravel()


def nvfp4(x):  # an E4M3 scale for 16 values, and one float32 for the tensor
    blocks = x.reshape(-1, 16)
    top = np.abs(blocks).max(axis=1, keepdims=True)
    tensor_scale = top.max() / (6 * 448)
    scale = nearest(top / 6 / tensor_scale, E4M3) * tensor_scale
    return (nearest(blocks / scale, E2M1) * scale).ravel()


rng = np.random.default_rng(0)
x, heavy = rng.standard_normal(2**15), rng.standard_t(3, 2**15)
print(f"largest: E4M3 {E4M3[-1]:.0f}, E5M2 {E5M2[-1]:.0f}, E2M1 {E2M1[-1]:.0f}")
print("format  bits a value  error: normal  heavy tails")
for name, bits, restored in (
    ("INT8", 8, lambda v: per_tensor(v, INT8)),
    ("E4M3", 8, lambda v: per_tensor(v, E4M3)),
    ("E5M2", 8, lambda v: per_tensor(v, E5M2)),
    ("INT4", 4, lambda v: per_tensor(v, INT4)),
    ("MXFP4", 4 + 8 / 32, mxfp4),
    ("NVFP4", 4 + 8 / 16, nvfp4),
):
    errors = [np.linalg.norm(v - restored(v)) / np.linalg.norm(v) for v in (x, heavy)]
    print(f"{name:8s}{bits:12.2f}{errors[0]:15.3f}{errors[1]:13.3f}")
