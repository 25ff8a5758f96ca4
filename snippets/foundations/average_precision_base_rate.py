"""Shows that average precision depends on the base rate, and what chance scores."""

import numpy as np


def precision_recall(y, score):
    """At every distinct threshold, from the highest score down."""
    order = np.argsort(-score)
    last_of_ties = np.append(np.diff(score[order]) != 0, True)
    found = np.cumsum(y[order])[last_of_ties]
    flagged = np.flatnonzero(last_of_ties) + 1
    return found / flagged, found / y.sum()


def average_precision(y, score):  # a sum of steps, not of trapezoids
    precision, recall = precision_recall(y, score)
    return precision @ np.diff(recall, prepend=0)


def trapezoids(y, score):  # what joining the points by lines would give
    precision, recall = precision_recall(y, score)
    return np.trapezoid(np.append(1, precision), np.append(0, recall))


def chance(n, positives):
    """Mean average precision of a random order of n examples."""
    harmonic = (1 / np.arange(1, n + 1)).sum() / n
    return (positives - 1) / (n - 1) * (1 - harmonic) + harmonic


rng = np.random.default_rng(0)
positives, negatives = rng.normal(1.5, 1, 40), rng.normal(0, 1, 400)
print("the same scores, each negative repeated")
print("base rate     AP  chance  one score for all: AP  trapezoids")
for copies in (1, 10, 100):
    score = np.concatenate([positives, np.repeat(negatives, copies)])
    y = np.repeat([1, 0], [40, 400 * copies])
    equal = np.zeros(len(y))
    print(f"{y.mean():9.4f} {average_precision(y, score):6.3f}", end="")
    print(f" {chance(len(y), 40):7.4f} {average_precision(y, equal):22.4f}", end="")
    print(f" {trapezoids(y, equal):11.4f}")
print(f"chance with 2 positives among 20: {chance(20, 2):.3f}, base rate 0.100")
