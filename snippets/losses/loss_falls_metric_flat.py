"""Shows a loss that falls while recall stands still, and one that rises with accuracy."""

import numpy as np
from scipy.special import log_expit
from sklearn.metrics import log_loss, recall_score, roc_auc_score

# 1000 risky cases with 80 positives, 19,000 others with 20
risky = np.repeat([True, False], [1000, 19000])
y = np.concatenate([np.repeat([1, 0], [80, 920]), np.repeat([1, 0], [20, 18980])])


def report(p, threshold):
    return log_loss(y, p), recall_score(y, p > threshold), roc_auc_score(y, p)


models = {
    "p = 0.5 for all": np.full(len(y), 0.5),
    "base rate for all": np.full(len(y), y.mean()),
    "rate of the group": np.where(risky, y[risky].mean(), y[~risky].mean()),
}
print("model               loss  recall at 0.5  at 0.05   AUC")
for name, p in models.items():
    loss, recall, auc = report(p, 0.5)
    print(f"{name:17s} {loss:.4f} {recall:14.2f} {report(p, 0.05)[1]:8.2f} {auc:5.2f}")


def loss_of_margins(right, wrong, margin):
    """Mean cross-entropy of right and wrong answers, all with this logit margin."""
    total = right * log_expit(margin) + wrong * log_expit(-margin)
    return -total / (right + wrong)


print("right of 100  margin of each answer  loss")
for right, margin in ((70, 0.8), (78, 2.5), (80, 6)):
    loss = loss_of_margins(right, 100 - right, margin)
    print(f"{right:12d} {margin:22.1f} {loss:5.2f}")
