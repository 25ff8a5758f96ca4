"""Shows that recall among sampled negatives can rank two models the wrong way round."""

import numpy as np
from scipy.stats import binom


def recall_at(ranks, k):
    return (ranks <= k).mean()


def sampled_recall_at(ranks, k, items, sampled):
    """Expected: the target stays in the top k if fewer than k sampled items beat it."""
    beaten_by = (ranks - 1) / (items - 1)  # the chance that a random other item does
    return binom.cdf(k - 1, sampled, beaten_by).mean()


items = 10_000
models = {  # true rank of the wanted item, for ten users
    "A, sharp or lost": np.array([1, 2, 3, 4, 5000, 5000, 5000, 6000, 6000, 6000]),
    "B, always near": np.array([300] * 10),
}
for name, ranks in models.items():
    exact = recall_at(ranks, 10)
    sampled = sampled_recall_at(ranks, 10, items, 100)
    print(f"{name:16} recall@10: {exact:.2f} exact, {sampled:.2f} among 100 sampled")
