"""Shows what an over-fitted model tells about who was in its training data."""

import numpy as np
from scipy.stats import norm

N, D = 300, 100  # people, of whom a random half trains each model; features


def train(x, y, inside, penalty):
    """Margins y·f(x) of all people under ridge models, one per row of `inside`."""
    margins = []
    for members in inside:
        a, b = x[members], y[members]
        w = np.linalg.solve(a.T @ a + penalty * np.eye(D), a.T @ b)
        margins.append(y * (x @ w))
    return np.array(margins)  # (models, people)


def likelihood_ratio(margin, shadow, shadow_inside):
    """Per person: is the margin more like shadow models with or without them?"""
    log_density = []
    for group in (shadow_inside, ~shadow_inside):
        values = np.where(group, shadow, np.nan)
        mean, std = np.nanmean(values, axis=0), np.nanstd(values, axis=0)
        log_density.append(norm.logpdf(margin, mean, std))
    return log_density[0] - log_density[1]


def advantage_and_tpr(score, inside, fpr=0.01):
    """Largest TPR − FPR over thresholds, and the TPR at a low FPR."""
    thresholds = np.sort(score[~inside])
    false = 1 - np.arange(1, len(thresholds) + 1) / len(thresholds)  # share above
    members = np.sort(score[inside])
    true = 1 - np.searchsorted(members, thresholds, "right") / len(members)
    return max(0, (true - false).max()), true[false <= fpr].max()


rng = np.random.default_rng(0)
x = rng.standard_normal((N, D)) * rng.gamma(2, size=(N, 1))  # some stand out
y = np.where(x[:, 0] + rng.standard_normal(N) > 0, 1.0, -1.0)
inside = rng.random((220, N)) < 0.5
print("ridge penalty  attack             advantage  TPR at 1 % FPR")
for penalty in (1, 3000):
    margin = train(x, y, inside, penalty)
    target, member = margin[:20], inside[:20]
    for attack, score in (
        ("label only", (target > 0).astype(float)),
        ("margin threshold", target),
        ("likelihood ratio", likelihood_ratio(target, margin[20:], inside[20:])),
    ):
        found = advantage_and_tpr(score, member)
        print("{:13d}  {:17s} {:10.2f} {:15.2f}".format(penalty, attack, *found))
