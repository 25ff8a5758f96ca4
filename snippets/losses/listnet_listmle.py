"""Shows the listwise losses: ListNet's top-one cross-entropy and ListMLE."""

import numpy as np


def log_softmax(z):
    return z - np.logaddexp.reduce(z)


def listnet(scores, relevance):  # cross-entropy of two top-one distributions
    target = np.exp(log_softmax(relevance))
    return -(target * log_softmax(scores)).sum()


def listmle(scores, order):  # -log P(order) under Plackett and Luce; order: best first
    s = scores[order][::-1]
    still_to_place = np.logaddexp.accumulate(
        s
    )  # for the last place, the last but one, …
    return (still_to_place - s).sum()


relevance = np.array([2.0, 0.0, 1.0])
order = np.argsort(-relevance)
for name, scores in {
    "right order": np.array([2.0, 0.0, 1.0]),
    "right order, bolder": np.array([20.0, 0.0, 10.0]),
    "wrong order": np.array([0.0, 2.0, 1.0]),
    "right order, plus 100": np.array([102.0, 100.0, 101.0]),
}.items():
    losses = listnet(scores, relevance), listmle(scores, order)
    print(f"{name:21}  ListNet {losses[0]:6.3f}  ListMLE {losses[1]:6.3f}")
target = np.exp(log_softmax(relevance))
print(f"entropy of the target: {-(target * np.log(target)).sum():.3f}, ListNet's floor")
