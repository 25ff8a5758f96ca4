"""Shows how many to re-rank: a ranker with rare wild errors gets worse with more."""

import matplotlib.pyplot as plt
import numpy as np


def first(scores, n):  # which documents are the n best, for each query
    return np.argsort(np.argsort(-scores, axis=1), axis=1) < n


def reranked(scores, shortlist, relevant):  # each: (queries, docs)
    """Share of the relevant among the first ten of the re-ordered shortlist."""
    return (
        relevant[first(np.where(shortlist, scores, -np.inf), 10)].sum() / relevant.sum()
    )


rng = np.random.default_rng(0)
truth = rng.normal(size=(100, 2000))
relevant = first(truth, 10)
retrieved = truth + 0.6 * rng.normal(size=truth.shape)
careful = truth + 0.3 * rng.normal(size=truth.shape)
wild = careful + 5 * (rng.random(truth.shape) < 0.005)  # sometimes nonsense on top
rankers = {
    "careful ranker": careful,
    "rare wild errors": wild,
    "the same, capped": np.minimum(wild, retrieved + 1.5),
}
budgets = (10, 20, 50, 100, 200, 500, 1000, 2000)
print("re-ranked       ", *[f"{n:5d}" for n in budgets])
for name, scores in rankers.items():
    curve = [reranked(scores, first(retrieved, n), relevant) for n in budgets]
    print(f"{name:<16}", *[f"{share:5.2f}" for share in curve])
    plt.plot(budgets, curve, "o-", label=name)
plt.xscale("log")
plt.xlabel("documents re-ranked")
plt.ylabel("share of the relevant in the first ten")
plt.legend()
plt.show()
