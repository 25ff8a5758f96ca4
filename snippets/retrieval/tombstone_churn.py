"""Shows why few tombstones can empty the results: updates pile them up in one place."""

import numpy as np


def nearest(docs, query, k):
    return np.argsort(np.sum((docs - query) ** 2, axis=1))[:k]


def results(docs, alive, query, width=40, k=10):  # the index's best, then the living
    found = nearest(docs, query, width)
    return found[alive[found]][:k]


def churn(docs, updated, times, rng):
    """Rewrite some documents: each time a new copy, and the old one marked deleted."""
    copies = [docs[updated] + 0.1 * rng.normal(size=(len(updated), docs.shape[1]))]
    for _ in range(times - 1):
        copies.append(docs[updated] + 0.1 * rng.normal(size=copies[0].shape))
    stored = np.concatenate([docs, *copies])
    alive = np.ones(len(stored), dtype=bool)
    alive[updated] = False
    alive[len(docs) : len(stored) - len(updated)] = False
    return stored, alive


rng = np.random.default_rng(0)
docs = rng.normal(size=(4000, 8))
hot = nearest(docs, docs[0], 20)  # twenty neighbouring pages that change often
print("updates  tombstones  results elsewhere  results at the hot pages  rebuilt")
for times in (1, 4, 10, 20):
    stored, alive = churn(docs, hot, times, rng)
    there = np.mean([len(results(stored, alive, q)) for q in docs[hot]])
    anywhere = np.mean([len(results(stored, alive, q)) for q in docs[-200:]])
    clean = stored[alive]
    rebuilt = np.mean([len(results(clean, alive[alive], q)) for q in docs[hot]])
    print(f"{times:7d} {1 - alive.mean():11.3f} {anywhere:18.1f}", end=" ")
    print(f"{there:25.1f} {rebuilt:8.1f}")
