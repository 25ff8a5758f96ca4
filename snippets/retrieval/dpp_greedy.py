"""Shows greedy selection from a determinantal point process, a Cholesky row a step."""

from itertools import combinations

import numpy as np


def greedy_dpp(L, k):
    """The item that raises det of the chosen block most, k times: (chosen, log det)."""
    gain = np.diag(L).astype(float)  # by which det grows if the item is added
    rows = np.empty((0, len(L)))  # Cholesky rows of the chosen, for every candidate
    chosen, log_det = [], 0.0
    for _ in range(k):
        best = int(gain.argmax())
        chosen.append(best)
        log_det += np.log(gain[best])
        row = (L[best] - rows[:, best] @ rows) / np.sqrt(gain[best])
        rows = np.vstack([rows, row])
        gain = gain - row**2
        gain[chosen] = -np.inf
    return chosen, log_det


def determinants(L, k):  # of every subset: what greedy saves
    subsets = combinations(range(len(L)), k)
    return {subset: np.linalg.det(L[np.ix_(subset, subset)]) for subset in subsets}


cases = {  # quality, and direction in degrees: similarity is the cosine between
    "twins and a third": ([1.0, 0.9, 0.8], [0, 10, 90]),
    "far better twins": ([9.0, 8.0, 1.0], [0, 10, 90]),
    "best in the middle": ([1.0, 1.05, 0.95], [0, 45, 90]),
}
print("determinant of the pair  (0, 1) (0, 2) (1, 2)  greedy takes")
for name, (quality, degrees) in cases.items():
    angle = np.radians(degrees)
    similarity = np.cos(angle[:, None] - angle)
    L = np.outer(quality, quality) * similarity
    chosen, _ = greedy_dpp(L, 2)
    print(
        f"{name:24}", *[f"{det:6.2f}" for det in determinants(L, 2).values()], end="  "
    )
    print(chosen)
