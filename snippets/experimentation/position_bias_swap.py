"""Shows that random swaps measure position bias, and raw click rates do not."""

import numpy as np


def clicks(rng, examination, relevance, n):
    # position-based model: a click needs a look and a liking, independent
    return rng.binomial(n, examination * relevance)


def swapped_clicks(rng, examination, relevance, k, n):
    # rank 1 and rank k, as ranked and exchanged, n times each
    pair = examination[[0, k]]
    kept = clicks(rng, pair, relevance[[0, k]], n)
    swapped = clicks(rng, pair, relevance[[k, 0]], n)
    return kept + swapped  # by position


rng, n = np.random.default_rng(0), 100_000
examination = 1 / np.arange(1, 7)  # unknown in practice
relevance = np.array([0.60, 0.45, 0.35, 0.25, 0.20, 0.15])  # a good ranker's order
raw = clicks(rng, examination, relevance, n)

print("rank  examined   raw click ratio   ratio from swaps")
for k in range(1, 6):
    first, other = swapped_clicks(rng, examination, relevance, k, n)
    naive, swap = raw[k] / raw[0], other / first
    print(f"{k + 1:4d} {examination[k]:9.2f} {naive:17.2f} {swap:18.2f}")
