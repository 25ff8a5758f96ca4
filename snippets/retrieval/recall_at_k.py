"""Shows that "recall@10" names two metrics, and what equal distances do to it."""

import numpy as np


def k_recall_at_k(found, truth):  # ids (queries, k), both best first
    hits = [len(set(f) & set(t)) for f, t in zip(found, truth, strict=True)]
    return np.sum(hits) / truth.size


def one_recall_at_r(found, truth):  # is the nearest among the R found?
    return np.mean(np.any(found == truth[:, :1], axis=1))


def recall_by_distance(found_distances, true_distances, tolerance=1e-6):
    limit = true_distances[:, -1:] * (1 + tolerance)  # of the k-th true neighbour
    return np.mean(found_distances <= limit)


truth = np.arange(50).reshape(5, 10)  # five queries, their ten true neighbours
keeps_the_first = np.where(np.arange(10) < 6, truth, -1)
misses_the_first = np.where(np.arange(10) > 0, truth, -1)
print("                   10-recall@10  1-recall@10")
for name, found in (
    ("first six of ten", keeps_the_first),
    ("all but the first", misses_the_first),
):
    both = k_recall_at_k(found, truth), one_recall_at_r(found, truth)
    print(f"{name:<18} {both[0]:12.1f} {both[1]:12.1f}")

positions = np.repeat(np.arange(6.0), 3)  # every document stands there three times
exact, found = np.array([[0, 1, 2, 3]]), np.array([[0, 1, 4, 6]])  # query at 0
print(f"duplicates, by id:       {k_recall_at_k(found, exact):.2f}")
by_distance = recall_by_distance(positions[found], positions[exact])
print(f"duplicates, by distance: {by_distance:.2f}")
