"""Shows that recall among sampled negatives can rank two models the wrong way round."""

import numpy as np
from scipy.stats import binom


def recall_at(ranks, k):
    return (ranks <= k).mean()


def sampled_recall_at(ranks, k, items, sampled):
    """Expected: the target stays in the top k if fewer than k sampled items beat it."""
    beaten_by = (ranks - 1) / (items - 1)  # the chance that a random other item does
    return binom.cdf(k - 1, sampled, beaten_by).mean()


items, sampled, k = 10_000, 100, 10
print(f"{items} items, one wanted; its true rank for five users of two models")
for name, ranks in {
    "A, sharp or lost": [1, 4, 5000, 5000, 6000],
    "B, always near": [300, 300, 300, 300, 300],
}.items():
    exact = recall_at(np.array(ranks), k)
    estimate = sampled_recall_at(np.array(ranks), k, items, sampled)
    print(f"{name}: {ranks}")
    print(f"  recall@{k} exact {exact:.3f}, among {sampled} sampled {estimate:.3f}")
