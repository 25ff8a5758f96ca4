"""Shows what quantising the scales of a 4-bit base a second time saves, and costs."""

import numpy as np


def bits_per_weight(block, group=None):
    if group is None:
        return 4 + 32 / block  # one float32 scale a block
    return (
        4 + 8 / block + 32 / (block * group)
    )  # 8-bit scales, a float32 constant a group


def quantise_scales(scale, group):
    # scales are positive: without their mean they use both halves of an 8-bit code
    centred = (scale - scale.mean()).reshape(len(scale) // group, group)
    step = np.abs(centred).max(axis=1, keepdims=True) / 127
    codes = np.round(centred / step).astype(np.int8)
    return (codes * step).ravel() + scale.mean()


single, double = bits_per_weight(64), bits_per_weight(64, 256)
print(
    f"bits a weight: {single:.3f} with float32 scales, {double:.3f} with 8-bit scales"
)
print(f"overhead {single - 4:.3f} -> {double - 4:.3f}, saved {single - double:.3f}")
for billions in (7, 65):
    print(f"saved in {billions}e9 weights: {(single - double) / 8 * billions:.2f} GB")

rng = np.random.default_rng(0)
scale = np.abs(rng.standard_normal((2**14, 64))).max(axis=1)  # of 2^20 normal weights
relative = np.abs(quantise_scales(scale, 256) / scale - 1)
print(f"scales move by {relative.mean():.2%} on average, {relative.max():.1%} at most")
