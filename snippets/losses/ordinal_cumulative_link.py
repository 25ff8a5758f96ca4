"""Shows two losses for ordered grades, and their pull on the score for a true grade 0."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit, log_expit


def thresholds(raw):  # (grades - 1,): the first cut, then logarithms of the gaps
    return np.cumsum(np.append(raw[0], np.exp(raw[1:])))  # increasing whatever `raw` is


def log_probabilities(score, cuts):  # (n,), (grades - 1,) -> (n, grades)
    upper = np.append(cuts, np.inf) - score[:, None]
    lower = np.append(-np.inf, cuts) - score[:, None]
    # log(sigmoid(upper) - sigmoid(lower)) without the cancellation
    return log_expit(upper) + log_expit(-lower) + np.log(-np.expm1(lower - upper))


def cumulative_link_loss(score, grade, cuts):
    return -log_probabilities(score, cuts)[np.arange(len(score)), grade]


def cumulative_link_gradient(score, grade, cuts):  # P(above) - P(below)
    p = np.exp(log_probabilities(score, cuts))
    grades = np.arange(p.shape[1])
    return np.sum(p * np.sign(grades - grade[:, None]), axis=1)


def coral_loss(score, grade, cuts):  # one yes/no question a cut: is the grade above it?
    logits = score[:, None] - cuts
    above = grade[:, None] > np.arange(len(cuts))
    return -np.sum(np.where(above, log_expit(logits), log_expit(-logits)), axis=1)


def coral_gradient(score, grade, cuts):  # expected number of cuts passed - true number
    return expit(score[:, None] - cuts).sum(axis=1) - grade


cuts = thresholds(np.log([np.exp(-3), 2, 2, 2]))  # -3, -1, 1, 3: five grades
score = np.linspace(-6, 6, 5)
grade = np.zeros(len(score), dtype=int)
print("cuts:", cuts)
print("score  link loss  gradient  CORAL loss  gradient")
for row in zip(
    score,
    cumulative_link_loss(score, grade, cuts),
    cumulative_link_gradient(score, grade, cuts),
    coral_loss(score, grade, cuts),
    coral_gradient(score, grade, cuts),
):
    print("{:5.0f} {:10.3f} {:9.3f} {:11.3f} {:9.3f}".format(*row))

line = np.linspace(-8, 8, 201)
zeros = np.zeros(len(line), dtype=int)
plt.plot(line, cumulative_link_gradient(line, zeros, cuts), label="cumulative link")
plt.plot(line, coral_gradient(line, zeros, cuts), label="CORAL")
plt.xlabel("score, true grade 0 of 0 to 4")
plt.ylabel("gradient with respect to the score")
plt.legend()
plt.show()
