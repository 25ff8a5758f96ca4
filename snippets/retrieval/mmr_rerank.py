"""Shows maximal marginal relevance: each slot pays for being like what is above it."""

import numpy as np


def mmr(relevance, similarity, k, weight):
    """Greedy: weight × relevance - (1 - weight) × the closest item already chosen."""
    chosen = [int(relevance.argmax())]
    while len(chosen) < k:
        closest = similarity[:, chosen].max(axis=1)
        value = weight * relevance - (1 - weight) * closest
        value[chosen] = -np.inf
        chosen.append(int(value.argmax()))
    return chosen


def mean_pair_similarity(similarity, chosen):
    inside = similarity[np.ix_(chosen, chosen)]
    return inside[np.triu_indices(len(chosen), 1)].mean()


rng = np.random.default_rng(0)
topics = np.eye(6)[np.arange(60) % 6]
vectors = topics + 0.2 * rng.normal(size=(60, 6))
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
similarity = vectors @ vectors.T
taste = np.array([1, 0.8, 0.6, 0.2, 0, 0])  # a user with a favourite topic
relevance = vectors @ taste / np.linalg.norm(taste)
print("weight  mean relevance  mean similarity  topics in the top 8")
for weight in (1.0, 0.8, 0.6, 0.4):
    chosen = mmr(relevance, similarity, 8, weight)
    print(f"{weight:6} {relevance[chosen].mean():14.2f}", end=" ")
    print(f"{mean_pair_similarity(similarity, chosen):16.2f}", end="  ")
    print(" ".join("ABCDEF"[item % 6] for item in chosen))
