"""Shows what three patterns of zeros keep, store, and save in multiplications."""

import numpy as np
from scipy.optimize import brentq


def largest_half(w):
    return np.abs(w) >= np.median(np.abs(w))


def two_of_four(w):  # in every group of four along a row
    groups = np.abs(w).reshape(-1, 4)
    rank = groups.argsort(axis=1).argsort(axis=1)
    return (rank >= 2).reshape(w.shape)


def strongest_rows(w):  # half of the output neurons
    size = np.linalg.norm(w, axis=1)
    return np.broadcast_to((size >= np.median(size))[:, None], w.shape)


def bytes_per_weight(density, layout):  # values in 16 bits
    index = {
        "CSR": 4 * density,  # a 32-bit column for each value kept
        "bitmap": 1 / 8,
        "2:4": 2 * density / 8,  # a 2-bit position for each value kept
        "dense": 0,
    }[layout]
    return 2 * density + index


def break_even(layout):  # the density at which it needs as much as dense storage
    return brentq(lambda density: bytes_per_weight(density, layout) - 2, 0, 1)


w = np.random.default_rng(0).standard_normal((512, 512))
print("half of the weights   energy kept  bytes a weight  work of dense code")
for name, mask, layout, work in (
    ("largest, CSR", largest_half(w), "CSR", "full"),
    ("largest, bitmap", largest_half(w), "bitmap", "full"),
    ("2 of every 4", two_of_four(w), "2:4", "half, special units"),
    ("strongest rows", strongest_rows(w), "dense", "half, any kernel"),
):
    energy = np.sum(w**2 * mask) / np.sum(w**2)
    stored = bytes_per_weight(mask.mean(), layout)
    print(f"{name:20s}{energy:13.3f}{stored:16.3f}  {work}")
print("not pruned                  1.000           2.000  full")
for layout in ("CSR", "bitmap"):
    density = break_even(layout)
    print(f"{layout} is smaller than dense below a density of {density:.4f}")
