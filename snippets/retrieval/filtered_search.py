"""Shows filters by selectivity: after the index, inside its graph, and before it."""

import faiss
import numpy as np

faiss.omp_set_num_threads(1)


def search(index, queries, k, **parameters):  # -> ids (-1: nothing), distances a query
    faiss.cvar.hnsw_stats.reset()
    chosen = faiss.SearchParametersHNSW(efSearch=40, **parameters)
    ids = index.search(queries, k, params=chosen)[1]
    return ids, faiss.cvar.hnsw_stats.ndis / len(queries)


def exact(docs, queries, allowed, k):  # pre-filter: scan what is allowed
    kept = np.flatnonzero(allowed)
    scan = faiss.IndexFlatL2(docs.shape[1])
    scan.add(docs[kept])
    return kept[scan.search(queries, k)[1]]


def kept_and_recall(found, truth):  # results a query, recall
    hits = [np.isin(t, f).mean() for f, t in zip(found, truth, strict=True)]
    return np.mean([(f >= 0).sum() for f in found]), np.mean(hits)


rng = np.random.default_rng(0)
n, k = 6000, 10
points = rng.integers(-50, 51, (n + 100, 8)).astype(np.float32)  # integers: exact sums
docs, queries = points[:n], points[n:]
index = faiss.IndexHNSWFlat(8, 16)
index.add(docs)
queries[:, 0] = -50  # they look at one side
lot = rng.random(n)
cases = [(f"random {share}", lot < share) for share in (0.5, 0.1, 0.01)]
cases.append(("other side", docs[:, 0] > 0))

best, work = search(index, queries, 40)
print("                    results a query     recall@10       distances")
print("filter       passes  after  inside    after  inside   inside  before")
for name, allowed in cases:
    truth = exact(docs, queries, allowed, k)
    after = [row[allowed[row]][:k] for row in best]
    selector = faiss.IDSelectorBatch(np.flatnonzero(allowed))
    inside, seen = search(index, queries, k, sel=selector)
    a, b = kept_and_recall(after, truth), kept_and_recall(inside, truth)
    print(f"{name:<12} {allowed.mean():6.3f} {a[0]:6.1f} {b[0]:7.1f}", end=" ")
    print(f"{a[1]:8.2f} {b[1]:7.2f} {seen:8.0f} {allowed.sum():7d}")
