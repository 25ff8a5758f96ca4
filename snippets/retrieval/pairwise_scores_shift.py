"""Shows that a pairwise loss leaves the zero of each query's scores free."""

import numpy as np
from scipy.special import expit as sigmoid
from sklearn.linear_model import LogisticRegression


def pairwise_loss(scores, clicks):
    """Mean over clicked-unclicked pairs within a query; scores: (queries, items)."""
    margin = scores[:, :, None] - scores[:, None, :]
    pairs = clicks[:, :, None] > clicks[:, None, :]
    return np.logaddexp(0, -margin[pairs]).mean()


def log_loss(z, clicks):  # z: logits
    return (np.logaddexp(0, z) - clicks * z).mean()


def platt(scores, clicks):  # two numbers, fitted by maximum likelihood
    column = scores.reshape(scores.size, 1)
    model = LogisticRegression(C=np.inf).fit(column, clicks.ravel())
    return model.decision_function(column).reshape(scores.shape)


rng = np.random.default_rng(0)
logits = -2 + rng.normal(size=(500, 20))  # the truth
clicks = rng.binomial(1, sigmoid(logits))
scores = {
    "true logits": logits,
    "one shift for all": logits + 3,
    "a shift per query": logits + rng.normal(0, 2, (500, 1)),
}
print("                   pairwise  mean prediction  log loss  log loss after Platt")
for name, z in scores.items():
    print(f"{name:17} {pairwise_loss(z, clicks):9.3f}", end=" ")
    print(f"{sigmoid(z).mean():12.3f} {log_loss(z, clicks):13.3f}", end=" ")
    print(f"{log_loss(platt(z, clicks), clicks):13.3f}")
base = clicks.mean()
print(f"share of clicks {base:.3f}; predicted for all:", end=" ")
print(f"log loss {log_loss(np.log(base / (1 - base)), clicks):.3f}")
