"""Shows that equal pairwise accuracy leaves the metrics of the top wide open."""

import numpy as np


def pairwise_accuracy(ranked):  # relevance in ranked order, 0 or 1
    above = np.triu(ranked[:, None] - ranked)  # +1: right order, -1: wrong
    return (above > 0).sum() / (above != 0).sum()


def reciprocal_rank(ranked):
    return 1 / (1 + ranked.argmax())


def ndcg(ranked):
    divisor = np.log2(2 + np.arange(len(ranked)))
    return (ranked / divisor).sum() / (np.sort(ranked)[::-1] / divisor).sum()


for name, hits in {"one first, one late": [0, 9], "both in the middle": [4, 5]}.items():
    ranked = np.isin(np.arange(20), hits).astype(float)
    results = pairwise_accuracy(ranked), reciprocal_rank(ranked), ndcg(ranked)
    text = "pairs in order {:.3f}, reciprocal rank {:.3f}, NDCG {:.3f}"
    print(f"{name:20}", text.format(*results))
