"""Shows that the hinge loss has the same minimiser whatever the probability is."""

import numpy as np


def best_score(loss, probability, scores):
    risk = probability * loss(scores) + (1 - probability) * loss(-scores)
    return scores[risk.argmin()]


def hinge(margin):
    return (1 - margin).clip(0)


def logistic(margin):
    return np.logaddexp(0, -margin)


scores = np.linspace(-5, 5, 1001)
print("P(y = 1)  hinge wants  logistic wants  sigmoid of it")
for probability in (0.10, 0.45, 0.55, 0.70, 0.95):
    by_hinge = best_score(hinge, probability, scores)
    by_logistic = best_score(logistic, probability, scores)
    back = 1 / (1 + np.exp(-by_logistic))
    print(f"{probability:8.2f} {by_hinge:12.2f} {by_logistic:15.2f} {back:14.2f}")
