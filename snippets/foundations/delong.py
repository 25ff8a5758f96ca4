"""Shows DeLong's standard errors for two AUCs on the same examples."""

import numpy as np


def placements(y, score):
    """For each positive the share of negatives below it; for each negative above it."""
    gaps = score[y == 1][:, None] - score[y == 0]
    wins = (gaps > 0) + 0.5 * (gaps == 0)  # (positives, negatives)
    return wins.mean(axis=1), wins.mean(axis=0)


def delong(y, scores):
    """AUCs and their covariance matrix; scores: (models, n)."""
    of_positives, of_negatives = zip(*[placements(y, s) for s in scores])
    aucs = np.mean(of_positives, axis=1)
    covariance = np.cov(of_positives) / np.sum(y == 1)
    return aucs, covariance + np.cov(of_negatives) / np.sum(y == 0)


rng = np.random.default_rng(0)
y = np.repeat([1, 0], [60, 140])
shared = y + rng.standard_normal(200)  # both models see the same signal
scores = shared + 0.4 * rng.standard_normal((2, 200)) + [[0], [0.5]] * y
aucs, covariance = delong(y, scores)
alone = np.sqrt(np.diag(covariance))
difference = aucs[1] - aucs[0]
paired = np.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
print("AUC            ", np.round(aucs, 3), "standard errors", np.round(alone, 3))
print(f"difference      {difference:.3f}")
print(f"error if paired {paired:.3f}, z = {difference / paired:.1f}")
print(
    f"error if not    {np.hypot(*alone):.3f}, z = {difference / np.hypot(*alone):.1f}"
)
