"""Shows easy, semi-hard and hard triplets, and the two usual ways of mining a batch."""

import numpy as np


def distances(x):  # x: (n, d) -> (n, n)
    return np.linalg.norm(x[:, None] - x[None], axis=-1)


def positive_pairs(labels):
    return (labels[:, None] == labels) & ~np.eye(len(labels), dtype=bool)


def count_kinds(d, labels, margin):  # over all (anchor, positive, negative)
    pair, rival = positive_pairs(labels), labels[:, None] != labels
    triplet = pair[:, :, None] & rival[:, None, :]
    excess = d[:, None, :] - d[:, :, None]  # how much farther the negative is
    hard, easy = excess < 0, excess >= margin
    return [int((kind & triplet).sum()) for kind in (easy, ~easy & ~hard, hard)]


def batch_hard(d, labels, margin):  # the farthest positive against the nearest negative
    farthest = np.where(positive_pairs(labels), d, -np.inf).max(axis=1)
    nearest = np.where(labels[:, None] != labels, d, np.inf).min(axis=1)
    return (margin + farthest - nearest).clip(0).mean()


def semi_hard(
    d, labels, margin
):  # the nearest negative that is farther than the positive
    losses = []
    for anchor, positive in np.argwhere(positive_pairs(labels)):
        negatives = d[anchor, labels != labels[anchor]]
        beyond = negatives[negatives > d[anchor, positive]]
        losses += [max(0, margin + d[anchor, positive] - beyond.min(initial=np.inf))]
    return np.mean(losses)


rng = np.random.default_rng(0)
labels = np.repeat(np.arange(8), 4)  # P = 8 classes, K = 4 examples each
print("class spread   easy  semi-hard   hard  loss: batch-hard  semi-hard")
for spread in (0.1, 0.4, 1.0):
    x = rng.normal(size=(8, 3))[labels] + spread * rng.normal(size=(32, 3))
    d = distances(x)
    easy, semi, hard = count_kinds(d, labels, 0.2)
    losses = batch_hard(d, labels, 0.2), semi_hard(d, labels, 0.2)
    print(
        f"{spread:12} {easy:6} {semi:10} {hard:6} {losses[0]:17.2f} {losses[1]:10.2f}"
    )
