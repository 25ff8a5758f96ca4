"""Shows a fixed probe set catching what counts and scores miss, and what it misses."""

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def search(docs, queries, k=10):  # -> ids, scores
    scores = queries @ docs.T
    ids = np.argsort(-scores, axis=1)[:, :k]
    return ids, np.take_along_axis(scores, ids, axis=1)


def overlap(ids, stored):  # of each probe: share of the stored answer that came back
    return np.array([np.isin(s, i).mean() for i, s in zip(ids, stored, strict=True)])


rng = np.random.default_rng(0)
docs = unit(rng.normal(size=(4000, 32)))
probes = unit(docs[:100] + 0.15 * rng.normal(size=(100, 32)))
stored, _ = search(docs, probes)  # exact, on the day of the release

lost = docs.copy()
lost[5::8] = 0  # one shard of eight was not loaded: its documents never win
stale = docs.copy()
stale[5::10] = unit(rng.normal(size=(400, 32)))  # left in another model's space
faults = {
    "healthy": (docs, probes),
    "one shard of eight lost": (lost, probes),
    "a tenth in an old space": (stale, probes),
    "both sides in a cone": (unit(docs + 0.2), unit(probes + 0.2)),
}
print("                         results  best score  overlap  ± 2 errors")
for name, (index, queries) in faults.items():
    ids, scores = search(index, queries)
    share = overlap(ids, stored)
    error = share.std(ddof=1) / np.sqrt(len(share))
    print(f"{name:<24} {ids.shape[1]:7d} {scores[:, 0].mean():11.2f}", end=" ")
    print(f"{share.mean():8.3f} {2 * error:11.3f}")

fresh = unit(rng.normal(size=(400, 32)))  # written after the build, never indexed
asked = unit(fresh[:100] + 0.15 * rng.normal(size=(100, 32)))
truth, _ = search(np.concatenate([docs, fresh]), asked)
print("fresh documents missing")
for name, queries, answer in (
    ("probes", probes, stored),
    ("fresh queries", asked, truth),
):
    print(f"{name:>24} {overlap(search(docs, queries)[0], answer).mean():.2f}")
