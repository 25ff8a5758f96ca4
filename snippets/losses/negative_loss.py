"""Shows a loss that may be negative, a density's, and one that may not: cross-entropy."""

import numpy as np
from scipy.special import entr, log_expit


def gaussian_nll(y, mean, std):
    return 0.5 * np.log(2 * np.pi * std**2) + (y - mean) ** 2 / (2 * std**2)


def bce(z, y):
    return -log_expit(-z) - y * z


def lowest_bce(y):  # at p = y
    return entr(y) + entr(1 - y)


metres = np.array([1.70, 1.71, 1.69])
for unit, scale in (("metres", 1), ("millimetres", 1000)):
    y = scale * metres
    print(f"{unit}: NLL {gaussian_nll(y, y.mean(), y.std()).mean():.3f}")
print(f"difference: log 1000 = {np.log(1000):.3f}")

print(f"binary cross-entropy, y = 0.3: never below {lowest_bce(0.3):.3f}")
print(
    "y = 255, a pixel that was not rescaled:",
    *(f"{bce(z, 255):.0f}" for z in (0, 10, 100)),
)
