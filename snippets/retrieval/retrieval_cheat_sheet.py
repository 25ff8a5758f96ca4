"""Shows the formulas of retrieval and ranking, each with the number of one example."""

import numpy as np


def squared_distance(cosine):  # of two vectors of length 1
    return 2 - 2 * cosine


def scan_seconds(documents, dims, bandwidth, width=4):  # exact search, one query
    return documents * dims * width / bandwidth


def scanned_share(sizes):  # one list probed; queries fall on lists as documents do
    return np.sum(np.square(sizes)) / np.sum(sizes) ** 2


def recall_at_k(found, relevant):  # of the relevant ones, how many are found
    return len(set(found) & set(relevant)) / len(set(relevant))


def post_filter_candidates(k, selectivity):  # to keep k on average
    return k / selectivity


def reciprocal_rank_fusion(ranks, k=60):  # ranks from 1, one a list
    return np.sum(1 / (k + np.asarray(ranks)))


def logq(score, share_of_batch):  # undoes the popularity of in-batch negatives
    return score - np.log(share_of_batch)


def undo_sampling(q, kept):  # negatives were kept with that share
    return q / (q + (1 - q) / kept)


def mmr(relevance, similarities, weight):  # similarities to the items chosen so far
    return weight * relevance - (1 - weight) * np.max(similarities)


def funnel_recall(stages):  # each of what it was given
    return np.prod(stages)


print(f"cosine 0.9: squared distance {squared_distance(0.9):.1f}")
print(f"10 million of 768, 100 GB/s: {scan_seconds(1e7, 768, 1e11):.2f} s a query")
sizes = [700, 100, 100, 100]
print(f"lists of 700, 100, 100, 100: one scans {scanned_share(sizes):.2f}")
print(f"3 of 4 found: recall {recall_at_k([5, 2, 9, 7], [2, 5, 7, 8]):.2f}")
print(f"10 wanted, 2 % pass: fetch {post_filter_candidates(10, 0.02):.0f}")
both, once = reciprocal_rank_fusion([5, 5]), reciprocal_rank_fusion([1])
print(f"fifth in both lists {both:.4f}, first in one {once:.4f}")
print(f"score 2, 1 % of the batch: {logq(2, 0.01):.2f}")
print(f"q = 0.5, a tenth of negatives kept: p = {undo_sampling(0.5, 0.1):.3f}")
print(f"relevance 0.9, a twin chosen, weight 0.7: {mmr(0.9, [0.2, 1.0], 0.7):.2f}")
print(f"stages 0.95, 0.9, 0.9: {funnel_recall([0.95, 0.9, 0.9]):.2f}")
