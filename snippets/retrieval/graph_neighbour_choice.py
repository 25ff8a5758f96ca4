"""Shows why HNSW does not link the nearest: the graph of clusters falls apart."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components


def nearest(node, candidates, gaps, limit):  # candidates: ids, nearest to node first
    return candidates[:limit]


def diverse(node, candidates, gaps, limit):  # kept if nearer to node than to those kept
    kept = []
    for c in candidates:
        if len(kept) < limit and all(gaps[c, node] < gaps[c, j] for j in kept):
            kept.append(c)
    return kept


def graph(gaps, choose, limit):  # gaps: (n, n) squared distances
    links = np.zeros(gaps.shape, dtype=bool)
    for node, row in enumerate(gaps):
        others = np.argsort(row, kind="stable")
        links[node, choose(node, others[others != node], gaps, limit)] = True
    return csr_matrix(links)


rng = np.random.default_rng(0)
centres = 400 * np.indices((3, 3)).reshape(2, 9).T
docs = np.repeat(centres, 15, axis=0) + rng.integers(160, size=(135, 2))
gaps = np.sum((docs[:, None] - docs) ** 2, axis=2)
_, panels = plt.subplots(1, 2, sharey=True, figsize=(8, 4))
for panel, choose in zip(panels, (nearest, diverse), strict=True):
    links = graph(gaps, choose, 8)
    parts, _ = connected_components(links, directed=False)
    print(
        f"{choose.__name__:<8} {links.nnz / len(docs):4.1f} links a node, {parts} parts"
    )
    edges = docs[np.argwhere(links.toarray())]  # (links, 2 ends, 2 coordinates)
    lines = np.pad(
        edges.astype(float), ((0, 0), (0, 1), (0, 0)), constant_values=np.nan
    )
    panel.plot(*lines.reshape(-1, 2).T, linewidth=0.6)  # nan: lift the pen
    panel.plot(*docs.T, ".")
    panel.set(title=choose.__name__, xlabel="first coordinate")
panels[0].set_ylabel("second coordinate")
plt.show()
