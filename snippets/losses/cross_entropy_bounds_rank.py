"""Shows that exp(softmax cross-entropy) is never smaller than the rank of the target."""

import numpy as np


def cross_entropy(scores, target):
    return np.logaddexp.reduce(scores) - scores[target]


def rank(scores, target):  # pessimistic: ties count against the target
    return (scores >= scores[target]).sum()


def ndcg(rank):  # one relevant document
    return 1 / np.log2(1 + rank)


rng = np.random.default_rng(0)
print("rank  exp(loss)   NDCG  guaranteed by the loss")
for skill in (0, 3, 6, 12):
    scores = rng.normal(size=100)
    scores[7] += skill
    loss = cross_entropy(scores, 7)
    bound = ndcg(np.exp(loss))
    place = rank(scores, 7)
    print(f"{place:4} {np.exp(loss):10.2f} {ndcg(place):6.3f} {bound:12.3f}")

loss = 0.9
print(f"a loss of {loss}: rank at most {np.exp(loss):.2f}")
