"""Shows how many pairs of documents one vector per document can put on top."""

from itertools import combinations

import numpy as np
from scipy.spatial import ConvexHull


def curve(n, d):  # n unit vectors in even dimension d, evenly spaced in angle
    angle = 2 * np.pi * np.outer(np.arange(n), 1 + np.arange(d // 2)) / n
    return np.hstack([np.cos(angle), np.sin(angle)]) / np.sqrt(d / 2)


def top_pairs(docs):  # the edges of the convex hull: see the text
    facets = ConvexHull(docs).simplices
    return {tuple(pair) for facet in facets for pair in combinations(sorted(facet), 2)}


def query_for(a, b, n):  # score -(1 - cos(t - t_a)) (1 - cos(t - t_b)), up to constants
    s, t = 2 * np.pi * np.array([a, b]) / n
    cosines = [np.cos(s) + np.cos(t), -np.cos(s + t) / 2]
    sines = [np.sin(s) + np.sin(t), -np.sin(s + t) / 2]
    query = np.array(cosines + sines)
    return query / np.linalg.norm(query)


def margin(query, docs):  # second best score minus third best
    third, second = np.sort(docs @ query)[-3:-1]
    return second - third


n = 20
sphere = np.random.default_rng(0).normal(size=(n, 3))
sphere /= np.linalg.norm(sphere, axis=1, keepdims=True)
for docs in (curve(n, 2), sphere, curve(n, 4)):
    found = len(top_pairs(docs))
    print(f"{docs.shape[1]} numbers a document: {found:3d} of {n * (n - 1) // 2} pairs")

for n in (10, 40, 160):
    gap = margin(query_for(0, n // 2, n), curve(n, 4))
    print(f"{n:3d} documents, 4 numbers: opposite pair leads by {gap:.5f}")
