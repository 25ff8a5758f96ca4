"""Shows pairwise ranking losses: logistic (RankNet, BPR) and hinge, and their gradient."""

import numpy as np


def preferred_pairs(relevance):  # every (i, j) with i more relevant than j
    return np.argwhere(relevance[:, None] > relevance)


def softplus(x):
    return np.logaddexp(0, x)


def ranknet(scores, relevance):  # mean of -log sigmoid(s_i - s_j)
    i, j = preferred_pairs(relevance).T
    return softplus(scores[j] - scores[i]).mean()


def pairwise_hinge(scores, relevance):
    i, j = preferred_pairs(relevance).T
    return (1 - (scores[i] - scores[j])).clip(0).mean()


def ranknet_gradient(scores, relevance):
    i, j = preferred_pairs(relevance).T
    doubt = 1 / (1 + np.exp(scores[i] - scores[j])) / len(i)  # 1 - P(i before j)
    n = len(scores)
    return np.bincount(j, doubt, n) - np.bincount(i, doubt, n)


def bpr(positive, negative):  # scores of an item that was clicked, and of a sampled one
    return softplus(negative - positive).mean()


def share_in_order(scores, relevance):  # a tie counts one half
    i, j = preferred_pairs(relevance).T
    return (1 + np.sign(scores[i] - scores[j])).mean() / 2


relevance = np.array([2, 0, 1, 0])
scores = np.array([0.5, 1.0, 0.8, -1.0])
print(f"relevance {relevance}, scores {scores}")
print(f"pairs to get right: {len(preferred_pairs(relevance))}")
print(f"in order:           {share_in_order(scores, relevance):.2f}")
print(f"pairwise hinge:     {pairwise_hinge(scores, relevance):.3f}")
print(f"RankNet:            {ranknet(scores, relevance):.3f}")
print("RankNet gradient:  ", ranknet_gradient(scores, relevance).round(2))
scores = scores + 100
print(f"RankNet, scores {scores}: {ranknet(scores, relevance):.3f}")
clicked, sampled = 0.5, np.array([1.0, -1.0])
print(f"BPR, clicked {clicked}, sampled {sampled}: {bpr(clicked, sampled):.3f}")
