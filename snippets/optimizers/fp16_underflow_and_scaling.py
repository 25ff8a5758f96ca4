"""Shows gradients that fp16 turns into zero, and the factor that saves them."""

import numpy as np


def through_fp16(gradients, scale):
    """What is left of gradients that were computed times `scale` in fp16."""
    with np.errstate(over="ignore"):
        stored = np.float16(gradients * scale)
    return np.float32(stored) / np.float32(scale)  # unscaled in fp32


def losses(gradients, scale):
    kept = through_fp16(gradients, scale)
    finite = np.isfinite(kept)
    error = np.abs(kept - gradients) / gradients
    return np.mean(kept == 0), np.mean(finite & (error > 0.01)), np.mean(~finite)


gradients = np.geomspace(1e-11, 1e-2, 9001)  # 1000 in every factor of ten
print("scale  to zero  off by over 1%  to infinity")
for power in (0, 8, 16, 24):
    zero, coarse, infinite = losses(gradients, 2.0**power)
    print(f" 2^{power:<2d} {zero:8.0%} {coarse - zero:15.0%} {infinite:12.0%}")

gradient = np.float16(1e-4)
print("in fp16, a gradient of 1e-4 has the square", gradient**2)
