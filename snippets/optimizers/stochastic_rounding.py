"""Shows stochastic rounding to bf16: each rounding is random, the mean is exact."""

import numpy as np


def to_bf16(x, rng=None):
    """Round float32 to bf16: its upper 16 bits. To the nearest without `rng`."""
    bits = np.atleast_1d(np.float32(x)).view(np.uint32)
    if rng is None:
        added = 0x7FFF + (bits >> 16 & 1)  # ties go to the even neighbour
    else:
        added = rng.integers(0x10000, size=bits.shape)  # carries with the right odds
    upper = bits + np.uint32(added) & np.uint32(0xFFFF0000)
    return upper.view(np.float32)


rng = np.random.default_rng(0)
x = np.full(100_000, 1.003, np.float32)  # between the bf16 numbers 1 and 1.0078125
rounded = to_bf16(x, rng)
print("nearest:", to_bf16(1.003)[0], " stochastic:", *np.unique(rounded))
print(f"mean of the stochastic roundings: {rounded.mean(dtype=np.float64):.4f}")

weights = np.ones(1000, np.float32)
for _ in range(1000):
    weights = to_bf16(weights + np.float32(0.001), rng)
print(
    f"1.0 after 1000 updates of 0.001: {weights.mean():.1f}, spread {weights.std():.2f}"
)
