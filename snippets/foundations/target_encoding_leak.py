"""Shows a target encoding that scores its own labels, and the out-of-fold fix."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold


def encode(category, y, wanted, alpha):
    """Smoothed mean label of each wanted category: (Σy + α·prior) / (n + α)."""
    size = wanted.max() + 1  # bincount counts at least so far
    total = np.bincount(category, weights=y, minlength=size)
    count = np.bincount(category, minlength=size)
    return ((total + alpha * y.mean()) / (count + alpha))[wanted]


def out_of_fold(category, y, alpha):
    encoded = np.empty(len(y))
    for rest, fold in KFold(5, shuffle=True, random_state=0).split(y):
        encoded[fold] = encode(category[rest], y[rest], category[fold], alpha)
    return encoded


def auc(train, test, y, y_test):
    model = LogisticRegression().fit(train, y)
    pairs = ((train, y), (test, y_test))
    return [roc_auc_score(label, model.decision_function(x)) for x, label in pairs]


rng = np.random.default_rng(0)
category = rng.integers(1000, size=4000)  # says nothing about the label
signal = rng.standard_normal(4000)
y = (signal + rng.standard_normal(4000) > 0).astype(float)
old, new = slice(2000), slice(2000, None)
served = encode(category[old], y[old], category[new], alpha=1)
train_columns = {
    "signal alone": np.zeros(2000),
    "+ encoding with own label": encode(category[old], y[old], category[old], alpha=1),
    "+ encoding out of fold": out_of_fold(category[old], y[old], alpha=1),
}
print("                            train AUC  test AUC")
for name, column in train_columns.items():
    train, test = np.c_[signal[old], column], np.c_[signal[new], served]
    print("{:27s} {:9.2f} {:9.2f}".format(name, *auc(train, test, y[old], y[new])))

left_out = (y[old].sum() - y[old]) / (2000 - 1)  # a single category, leave-one-out
print(f"leave-one-out on a constant column: AUC {roc_auc_score(y[old], -left_out):.2f}")
