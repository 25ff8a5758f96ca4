"""Shows DCG and NDCG at k with both gains, tied scores and a query without a hit."""

import numpy as np


def linear(relevance):
    return relevance


def exponential(relevance):
    return 2.0**relevance - 1


def discounts(n, k):  # 1 / log2(1 + rank) down to rank k, then nothing
    rank = np.arange(1, n + 1)
    return (rank <= k) / np.log2(1 + rank)


def dcg(scores, gains, k):  # tied scores share their gains: the mean over their orders
    _, group = np.unique(-scores, return_inverse=True)
    shared = np.bincount(group, gains) / np.bincount(group)
    return shared[np.sort(group)] @ discounts(len(gains), k)


def ndcg(scores, relevance, k, gain):
    gains = gain(relevance)
    ideal = dcg(gains, gains, k)
    return dcg(scores, gains, k) / ideal if ideal > 0 else np.nan


relevance = np.array([3, 0, 2, 1, 0])
print(f"relevance {relevance}")
for scores in ([5, 1, 4, 3, 2], [4, 1, 5, 3, 2], [0, 0, 0, 0, 0]):
    print(f"scores {scores}: NDCG", end="")
    for k, gain in ((5, linear), (5, exponential), (1, exponential)):
        value = ndcg(np.array(scores), relevance, k, gain)
        print(f"  @{k} {gain.__name__} {value:.3f}", end="")
    print()
print("nothing relevant:", ndcg(relevance, 0 * relevance, 5, linear))
