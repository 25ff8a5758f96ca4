"""Shows reciprocal rank, average precision, recall and hit rate at k for one query."""

import numpy as np


def in_score_order(scores, relevant):  # relevant: 0 or 1
    return relevant[np.argsort(-scores, kind="stable")]


def reciprocal_rank(scores, relevant):  # 0 if there is nothing to find
    hits = np.flatnonzero(in_score_order(scores, relevant))
    return 1 / (1 + hits[0]) if len(hits) else 0.0


def average_precision(scores, relevant):  # mean of the precision at each hit
    ranked = in_score_order(scores, relevant)
    precision = ranked.cumsum() / np.arange(1, len(ranked) + 1)
    return precision[ranked == 1].mean() if ranked.any() else 0.0


def recall(scores, relevant, k):
    return in_score_order(scores, relevant)[:k].sum() / relevant.sum()


def hit(scores, relevant, k):
    return float(in_score_order(scores, relevant)[:k].any())


scores = -np.arange(6)  # the model's order is the order of the list
for relevant in ([0, 1, 1, 0, 0, 0], [1, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0]):
    relevant = np.array(relevant)
    print(f"{relevant}: RR {reciprocal_rank(scores, relevant):.3f}", end="")
    print(f", AP {average_precision(scores, relevant):.3f}", end="")
    if relevant.any():
        print(f", recall@3 {recall(scores, relevant, 3):.2f}", end="")
    print(f", hit@3 {hit(scores, relevant, 3):.0f}")
