"""Shows what weights, gradients and optimiser states of an 8-billion model occupy."""

import matplotlib.pyplot as plt
import numpy as np

WIDTH, KV_WIDTH, FFN, LAYERS, VOCAB, RANK = 4096, 1024, 14336, 32, 128256, 16
MATRICES = [(WIDTH, WIDTH)] * 2 + [(WIDTH, KV_WIDTH)] * 2 + [(WIDTH, FFN)] * 3

linear = LAYERS * sum(d_in * d_out for d_in, d_out in MATRICES)
other = 2 * VOCAB * WIDTH + (2 * LAYERS + 1) * WIDTH  # embedding, head, norms
adapter = LAYERS * sum(RANK * (d_in + d_out) for d_in, d_out in MATRICES)


def quantised_bits(block=64, group=None):
    """Return the bits a 4-bit weight needs with the scales of its blocks.

    One 32-bit scale a block; with a group, 8-bit scales and one 32-bit scale a group.
    """
    return 4 + (32 / block if group is None else 8 / block + 32 / (block * group))


def budget(trained, frozen_bits=0):
    """Return the gigabytes (10⁹ bytes) of (frozen, weights, gradients, moments)."""
    # a 16-bit and a 32-bit copy of the weights, 16-bit gradients, two 32-bit moments
    parts = [frozen_bits / 8, (2 + 4) * trained, 2 * trained, 8 * trained]
    return np.array(parts) / 1e9


double = quantised_bits(group=256)
print(f"bits a weight: {quantised_bits():.3f}, with double quantisation {double:.3f}")
budgets = {
    "full": budget(linear + other),
    "LoRA": budget(adapter, 16 * (linear + other)),
    "QLoRA": budget(adapter, 16 * other + double * linear),
}
print("GB         total  frozen  weights  gradients  moments")
for name, parts in budgets.items():
    row = f"{name:9} {parts.sum():6.1f} {parts[0]:7.1f} {parts[1]:8.2f}"
    print(row, f"{parts[2]:10.2f} {parts[3]:8.2f}")
rank_64 = budget(4 * adapter, 16 * (linear + other))
print(f"LoRA at rank 64: {rank_64.sum():.1f} GB")
print(f"of QLoRA's frozen part not quantised: {2 * other / 1e9:.1f} GB")
print(
    f"file: full {2 * (linear + other) / 1e9:.1f} GB, adapter {2 * adapter / 1e6:.0f} MB"
)

left = np.zeros(3)
for label, widths in zip(
    ["frozen weights", "trained weights", "gradients", "Adam's moments"],
    np.array(list(budgets.values())).T,
):
    plt.barh(list(budgets), widths, left=left, label=label)
    left += widths
plt.gca().invert_yaxis()
plt.xlabel("GB, without activations")
plt.legend()
plt.show()
