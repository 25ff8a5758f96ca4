"""Shows that queries from elsewhere need a wider search for the same recall."""

import faiss
import numpy as np

faiss.omp_set_num_threads(1)


def recall(index, queries, truth, **parameters):
    found = index.search(queries, truth.shape[1], **parameters)[1]
    hits = sum(map(len, map(np.intersect1d, found, truth)))
    return hits / truth.size


def rounded(values):  # whole numbers: distances are exact on every processor
    return np.round(10 * values).astype(np.float32)


rng = np.random.default_rng(0)
d, factors = 32, 6
plane = rng.normal(size=(factors, d))  # documents lie near a plane of 6 dimensions
docs = rounded(
    rng.normal(size=(6000, factors)) @ plane + 0.3 * rng.normal(size=(6000, d))
)
same = rounded(
    rng.normal(size=(200, factors)) @ plane + 0.3 * rng.normal(size=(200, d))
)
other = rounded(3 * rng.normal(size=(200, d)))  # as another encoder might: off it

exact = faiss.IndexFlatL2(d)
exact.add(docs)
graph = faiss.IndexHNSWFlat(d, 8)
graph.add(docs)
coarse = faiss.IndexFlatL2(d)
coarse.add(docs[:64])  # documents as centroids, so that nothing depends on k-means
lists = faiss.IndexIVFFlat(coarse, d, 64)
lists.train(docs)
lists.add(docs)
print("recall@10          same source  another")
for name, index, settings in (
    (
        "HNSW, efSearch",
        graph,
        [faiss.SearchParametersHNSW(efSearch=e) for e in (16, 64)],
    ),
    ("IVF, nprobe", lists, [faiss.SearchParametersIVF(nprobe=p) for p in (4, 16)]),
):
    for params in settings:
        width = params.efSearch if index is graph else params.nprobe
        row = [
            recall(index, queries, exact.search(queries, 10)[1], params=params)
            for queries in (same, other)
        ]
        print(f"{name + ' ' + str(width):<18} {row[0]:11.2f} {row[1]:8.2f}")
