"""Shows five corrections of a list of p-values, each as adjusted p-values."""

import numpy as np


def bonferroni(p):
    return (p * p.size).clip(max=1)


def holm(p):  # step down: multiply the smallest by m, the next by m - 1, …
    order = np.argsort(p)
    stepped = p[order] * np.arange(p.size, 0, -1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.maximum.accumulate(stepped).clip(max=1)
    return adjusted


def hochberg(p):  # Holm's factors, step up: needs independence or positive dependence
    order = np.argsort(p)
    stepped = p[order] * np.arange(p.size, 0, -1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum.accumulate(stepped[::-1])[::-1]
    return adjusted


def benjamini_hochberg(p):  # step up: multiply the k-th smallest by m / k
    order = np.argsort(p)
    stepped = p[order] * p.size / np.arange(1, p.size + 1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum.accumulate(stepped[::-1])[::-1]
    return adjusted


def benjamini_yekutieli(p):  # for any dependence: another factor 1 + 1/2 + … + 1/m
    return (benjamini_hochberg(p) * np.sum(1 / np.arange(1, p.size + 1))).clip(max=1)


p = np.array([0.001, 0.009, 0.012, 0.015, 0.031, 0.042, 0.20, 0.74])
print("p                  ", *[f"{x:.3f}" for x in p])
for correct in (bonferroni, holm, hochberg, benjamini_hochberg, benjamini_yekutieli):
    adjusted = correct(p)
    print(f"{correct.__name__:19}", *[f"{x:.3f}" for x in adjusted], end="")
    print(f"  {np.sum(adjusted <= 0.05)} below 0.05")
