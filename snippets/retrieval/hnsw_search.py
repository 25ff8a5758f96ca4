"""Shows how HNSW searches: greedy through the upper layers, a queue at the bottom."""

from heapq import heappop, heappush

import faiss
import numpy as np
from faiss.contrib.evaluation import knn_intersection_measure

faiss.omp_set_num_threads(1)


def search_layer(query, data, links, entry, ef):  # -> ids best first, vectors compared
    seen, fresh = {entry}, [entry]
    todo, best = [], []  # heaps: the nearest first; of the ef best, the worst first
    while True:
        gaps = np.sum((data[fresh] - query) ** 2, axis=1).tolist()
        for d, i in zip(gaps, fresh, strict=True):
            if len(best) < ef or d < -best[0][0]:
                heappush(todo, (d, i))
                heappush(best, (-d, i))
                if len(best) > ef:
                    heappop(best)
        if not todo or todo[0][0] > -best[0][0]:  # nothing left that could improve
            return [i for _, i in sorted((-d, i) for d, i in best)], len(seen)
        fresh = [i for i in links[heappop(todo)[1]] if i not in seen]
        seen.update(fresh)


def search(query, data, layers, entry, k, ef):  # layers: the bottom last
    compared = 0
    for links in layers:
        width = ef if links is layers[-1] else 1
        found, seen = search_layer(query, data, links, entry, width)
        entry, compared = found[0], compared + seen
    return found[:k], compared


def layers_of(hnsw, m):  # FAISS's graph: 2 m slots at the bottom, m in each layer above
    starts = faiss.vector_to_array(hnsw.offsets)
    layers = [{} for _ in range(hnsw.max_level + 1)]
    table = faiss.vector_to_array(hnsw.neighbors)
    for node, slots in enumerate(np.split(table, starts[1:-1])):
        cuts = np.arange(2 * m, len(slots), m)
        for links, ids in zip(layers, np.split(slots, cuts), strict=False):
            links[node] = ids[ids >= 0].tolist()  # -1 fills a short list
    return layers[::-1]


rng = np.random.default_rng(0)  # whole numbers: distances are exact
data, queries = np.split(rng.integers(-40, 41, (4050, 12)).astype(np.float32), [4000])
index = faiss.IndexHNSWFlat(12, 8)  # M = 8
index.add(data)
layers = layers_of(index.hnsw, 8)
truth = faiss.knn(queries, data, 10)[1]
print("vectors in each layer:", *[len(links) for links in layers])
print(" ef  recall@10  compared of 4000")
for ef in (10, 20, 40, 80):
    answers = [search(q, data, layers, index.hnsw.entry_point, 10, ef) for q in queries]
    recall = knn_intersection_measure(np.array([found for found, _ in answers]), truth)
    print(f"{ef:3d} {recall:10.2f} {np.mean([count for _, count in answers]):17.0f}")
