"""Shows an inverted-file index: recall bought with the share of vectors scanned."""

import numpy as np


def squared_distances(a, b):  # (n, d), (m, d) -> (n, m)
    return np.sum(a**2, axis=1)[:, None] + np.sum(b**2, axis=1) - 2 * a @ b.T


def kmeans(points, k, rounds=10):
    centroids = points[:k].copy()
    for _ in range(rounds):
        nearest = np.argmin(squared_distances(points, centroids), axis=1)
        for j in np.unique(nearest):  # an empty list keeps its centroid
            centroids[j] = points[nearest == j].mean(axis=0)
    return centroids


def build_lists(docs, centroids):
    nearest = np.argmin(squared_distances(docs, centroids), axis=1)
    return [np.flatnonzero(nearest == j) for j in range(len(centroids))]


def search(query, docs, centroids, lists, nprobe, k):  # -> ids, vectors scanned
    probed = np.argsort(squared_distances(query[None], centroids)[0])[:nprobe]
    ids = np.concatenate([lists[j] for j in probed])
    order = np.argsort(squared_distances(query[None], docs[ids])[0])
    return ids[order[:k]], len(ids)


def imbalance(lists):  # 1 if all lists are equally long
    sizes = np.array([len(ids) for ids in lists])
    return len(sizes) * np.sum(sizes**2) / np.sum(sizes) ** 2


rng = np.random.default_rng(0)
nlist, k = 64, 10
centres = 1.2 * rng.normal(size=(100, 16))
popularity = rng.dirichlet(np.ones(100))  # clusters of unequal size
points = centres[rng.choice(100, 8200, p=popularity)] + rng.normal(size=(8200, 16))
docs, queries = points[:8000], points[8000:]
centroids = kmeans(docs, nlist)
lists = build_lists(docs, centroids)
truth = np.argsort(squared_distances(queries, docs), axis=1)[:, :k]

print("nprobe  recall@10  scanned  nprobe / nlist")
for nprobe in (1, 2, 4, 8, 64):
    answers = [search(q, docs, centroids, lists, nprobe, k) for q in queries]
    hits = sum(map(len, map(np.intersect1d, [ids for ids, _ in answers], truth)))
    share = np.mean([scanned for _, scanned in answers]) / len(docs)
    print(f"{nprobe:6d} {hits / truth.size:10.2f} {share:8.3f} {nprobe / nlist:15.3f}")
factor = imbalance(lists)
print(f"imbalance {factor:.2f}, so one list is {factor / nlist:.3f} of a scan")
