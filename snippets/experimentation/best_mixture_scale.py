"""Shows the mixture scale that makes a confidence sequence narrowest at a size."""

import numpy as np


def relative_width(
    ratio, alpha=0.05
):  # ratio: tau² / variance; width in standard errors
    return np.sqrt((1 + 1 / ratio) * (2 * np.log(1 / alpha) + np.log(1 + ratio)))


def best_ratio(alpha=0.05):
    ratio = 1.0
    for _ in range(100):  # the fixed point of the derivative's zero
        ratio = 2 * np.log(1 / alpha) + np.log(1 + ratio)
    return ratio


ratio = best_ratio()
print(f"narrowest at tau²/variance = {ratio:.1f}: tau", end=" ")
print(f"= {np.sqrt(ratio):.1f} standard errors")
print(f"there {relative_width(ratio) / 1.96:.2f} times as wide as the usual interval")
