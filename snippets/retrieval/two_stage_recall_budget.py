"""Shows that recalls of a funnel multiply, and what a perfect ranker cannot restore."""

import numpy as np


def top(scores, k):  # the positions of the k best
    return np.argsort(-scores)[:k]


def stage_recalls(relevant, stages):
    """Recall of each stage among the relevant items that it was given."""
    kept, recalls = relevant, []
    for candidates in stages:
        survivors = kept[np.isin(kept, candidates)]
        recalls.append(len(survivors) / len(kept))
        kept = survivors
    return recalls


rng = np.random.default_rng(0)
n = 100_000
truth = rng.normal(size=n)  # how relevant each item is, to one user
relevant = top(truth, 100)
cheap = truth + 0.7 * rng.normal(size=n)  # retrieval: a noisy view
middle = truth + 0.3 * rng.normal(size=n)
micros = [0.01, 1, 100]  # to retrieve, pre-rank, rank an item: an assumption
print("retrieved  recall of each stage  product      µs  with a perfect ranker")
for retrieved in (300, 1_000, 3_000, 10_000):
    candidates = top(cheap, retrieved)
    shortlist = candidates[top(middle[candidates], 200)]
    recalls = stage_recalls(relevant, [candidates, shortlist])
    slate = shortlist[top(truth[shortlist], 100)]  # ranked by the truth itself
    found = stage_recalls(relevant, [slate])[0]
    cost = np.dot([n, retrieved, 200], micros)
    print(f"{retrieved:9}  {recalls[0]:9.2f} {recalls[1]:9.2f}", end=" ")
    print(f"{np.prod(recalls):8.2f} {cost:7,.0f} {found:10.2f}")
