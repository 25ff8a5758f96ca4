"""Shows LambdaRank's weights, what a swap of two documents would do to NDCG."""

import matplotlib.pyplot as plt
import numpy as np


def ranks(scores):  # 1 for the highest score
    return 1 + np.argsort(np.argsort(-scores))


def ideal_dcg(relevance):
    gains = np.sort(2.0**relevance - 1)[::-1]
    return (gains / np.log2(1 + np.arange(1, len(gains) + 1))).sum()


def delta_ndcg(scores, relevance):  # (n, n): the change of NDCG if i and j are swapped
    gain, discount = 2.0**relevance, 1 / np.log2(1 + ranks(scores))  # the -1 cancels
    gap_of_gains = gain[:, None] - gain
    gap_of_discounts = discount[:, None] - discount
    return np.abs(gap_of_gains * gap_of_discounts) / ideal_dcg(relevance)


def pull(scores, relevance, weights):  # minus the gradient: positive moves a score up
    better = relevance[:, None] > relevance
    doubt = 1 / (1 + np.exp(scores[:, None] - scores))  # 1 - P(i before j)
    forces = better * doubt * weights
    return forces.sum(axis=1) - forces.sum(axis=0)


relevance = np.array([0, 0, 1, 0, 0, 0, 0, 1])
scores = np.linspace(0.7, 0, 8)  # documents in the order that the model gives them
forces = {
    "RankNet": pull(scores, relevance, 1),
    "LambdaRank": pull(scores, relevance, delta_ndcg(scores, relevance)),
}
for bar, (name, force) in enumerate(forces.items()):
    share = force / force[relevance == 1].sum()  # pulls up add to 1, pushes down to -1
    up, down = share[[2, 7]], -share[[0, 1]]
    print(f"{name:10} up: {up[0]:.0%} to rank 3, {up[1]:.0%} to rank 8", end="")
    print(f"; down: {down[0]:.0%} to rank 1, {down[1]:.0%} to rank 2")
    plt.bar(np.arange(1, 9) + 0.4 * bar, share, 0.4, label=name)
plt.xlabel("rank now; ranks 3 and 8 hold the relevant documents")
plt.ylabel("share of the pull or push")
plt.legend()
plt.show()
