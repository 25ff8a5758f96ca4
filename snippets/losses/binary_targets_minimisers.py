"""Shows which constant each loss prefers for 0/1 targets with a given share of ones."""

import numpy as np
from scipy.special import xlog1py, xlogy


def cross_entropy(p, share):  # expected loss of predicting p
    return -xlogy(share, p) - xlog1py(1 - share, -p)


def squared(p, share):
    return share * (1 - p) ** 2 + (1 - share) * p**2


def absolute(p, share):
    return share * (1 - p) + (1 - share) * p


p = np.linspace(0, 1, 1001)
print("share of ones   cross-entropy   squared error   absolute error")
for share in (0.05, 0.30, 0.70):
    best = [p[np.argmin(f(p, share))] for f in (cross_entropy, squared, absolute)]
    print(f"{share:13.2f} {best[0]:15.2f} {best[1]:15.2f} {best[2]:16.2f}")
