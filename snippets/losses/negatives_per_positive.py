"""Shows how little precision is lost by keeping a few negatives for each positive."""

import numpy as np
from scipy.stats import norm

x = np.linspace(-10, 14, 2401)
features = np.stack([np.ones_like(x), x])  # (2, x)


def slope_variance(slope, negatives):
    """Times the number of positives; x is N(0, 1) in negatives, N(slope, 1) in positives."""
    positive, negative = norm.pdf(x - slope), negatives * norm.pdf(x)
    information = positive * negative / (positive + negative)  # density times p (1 - p)
    return np.linalg.inv(features * information @ features.T)[1, 1] / (x[1] - x[0])


for negatives in (1, 2, 5, 10, 100):
    shown = ", ".join(f"{slope_variance(slope, negatives):.2f}" for slope in (0, 1, 2))
    print(f"{negatives:3} negatives a positive: variance {shown} (slope 0, 1, 2)")
print(f"all negatives: variance {slope_variance(2, 10**9):.2f}")
