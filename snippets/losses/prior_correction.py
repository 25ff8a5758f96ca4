"""Shows how to undo the sampling of negatives: add the log of the share kept."""

import numpy as np
from scipy.special import expit as sigmoid
from sklearn.linear_model import LogisticRegression


def fit(x, y):  # maximum likelihood
    return LogisticRegression(C=np.inf, solver="newton-cholesky").fit(x, y)


def corrected(
    q, kept
):  # probability on sampled data -> on all data, kept: share of negatives
    return q * kept / (q * kept + 1 - q)  # the same as logit + log(kept)


rng = np.random.default_rng(0)
x = rng.normal(size=(200_000, 1))
y = rng.binomial(1, sigmoid(x[:, 0] - 5.5))
kept = 0.01
sample = (y == 1) | (rng.binomial(1, kept, size=y.size) == 1)  # every positive
on_all, on_sample = fit(x, y), fit(x[sample], y[sample])
q = on_sample.predict_proba(x)[:, 1]
print(f"{y.sum()} positives of {y.size}, {sample.sum()} rows after sampling")
slopes = on_all.coef_.item(), on_sample.coef_.item()
print(f"slope {slopes[0]:.2f} on all rows, {slopes[1]:.2f} on the sample")
print(f"share of positives: {y.mean():.2%}")
print(f"mean prediction: {q.mean():.1%} raw, {corrected(q, kept).mean():.2%} corrected")
