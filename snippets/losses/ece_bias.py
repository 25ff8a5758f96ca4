"""Shows that noise inflates ECE, and that bins can hide a calibration error."""

import numpy as np


def ece(confidence, correct, bins):
    index = (confidence * bins).astype(int).clip(max=bins - 1)
    gap = np.bincount(index, confidence - correct, bins)  # summed over each bin
    return abs(gap).sum() / len(confidence)


def calibrated(c):  # accuracy at confidence c
    return c


def wavy(c):  # wrong by up to 0.1, with a period of 0.1; at most 1
    return np.minimum(c - 0.1 * np.sin(20 * np.pi * c), 1)


def mean_ece(accuracy, n, bins, repeats=200):
    rng = np.random.default_rng(0)
    c = rng.uniform(0.5, 1, size=(repeats, n))
    correct = rng.random((repeats, n)) < accuracy(c)
    return np.mean([ece(*pair, bins) for pair in zip(c, correct)])


print("mean ECE of a calibrated model")
print("       n  10 bins  20 bins  50 bins")
for n in (200, 1000, 5000):
    row = [f"{mean_ece(calibrated, n, bins):9.3f}" for bins in (10, 20, 50)]
    print(f"{n:8d}", *row, sep="")
c = np.linspace(0.5, 1, 100_001)
print(f"wavy model, true error {abs(c - wavy(c)).mean():.3f}, n 5000")
print(
    "        ", *(f"{mean_ece(wavy, 5000, bins):9.3f}" for bins in (10, 20, 50)), sep=""
)
