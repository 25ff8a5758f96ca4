"""Shows the formulas of the cheat sheet, each beside a count by brute force."""

import numpy as np
from scipy.stats import rankdata


def f_beta(tp, fp, fn, beta):
    return (1 + beta**2) * tp / ((1 + beta**2) * tp + beta**2 * fn + fp)


def auc(positive, negative):  # from ranks; a tie counts a half
    n, m = len(positive), len(negative)
    ranks = rankdata(np.concatenate([positive, negative]))[:n]
    return (ranks.sum() - n * (n + 1) / 2) / (n * m)


def threshold(cost_fp, cost_fn):  # act above this probability
    return cost_fp / (cost_fp + cost_fn)


def wilson(successes, n, z):
    middle = successes + z**2 / 2
    half = z * np.sqrt(successes * (n - successes) / n + z**2 / 4)
    return (middle - half) / (n + z**2), (middle + half) / (n + z**2)


def smoothed_mean(y, prior, strength):
    return (np.sum(y) + strength * prior) / (len(y) + strength)


def ridge_filter(singular_value, penalty):  # penalty: λ‖w‖² beside the summed squares
    return singular_value**2 / (singular_value**2 + penalty)


def error_parts(predictions, truth, noise_variance):  # of many training sets
    return (np.mean(predictions) - truth) ** 2, np.var(predictions), noise_variance


tp, fp, fn = 30, 10, 20
precision, recall = tp / (tp + fp), tp / (tp + fn)
a, b = np.array([1, 3, 3]), np.array([0, 2, 3])
pairs = np.mean(a[:, None] > b) + np.mean(a[:, None] == b) / 2
p = np.linspace(0, 1, 10_001)
low, _ = wilson(8, 50, z=1.96)
column, target = np.array([[3.0], [4]]), np.ones(2)
least_squares, ridge = (column.T @ target / (column.T @ column + c) for c in (0, 10))
guesses, labels = np.array([1.0, 3, 4]), np.array([2.5, 3.5])
errors = (guesses[:, None] - labels) ** 2
rows = {
    "F2": (f_beta(tp, fp, fn, 2), 5 * precision * recall / (4 * precision + recall)),
    "ROC-AUC": (auc(a, b), pairs),
    "threshold": (threshold(1, 3), p[1 - p <= 3 * p][0]),
    "Wilson, z": (1.96, (8 / 50 - low) / np.sqrt(low * (1 - low) / 50)),
    "smoothed mean": (smoothed_mean([1, 1, 0], 0.1, 5), np.mean([1, 1, 0] + [0.1] * 5)),
    "ridge filter": (ridge_filter(5, 10), np.sum(ridge / least_squares)),
    "squared error": (sum(error_parts(guesses, 3, 0.25)), errors.mean()),
}
print("                formula  count")
for name, (formula, count) in rows.items():
    print(f"{name:15} {formula:.4f} {count:.4f}")
