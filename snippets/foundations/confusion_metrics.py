"""Shows the scores of a confusion matrix, and what always saying yes achieves."""

import numpy as np


def confusion(y, predicted):  # both 0 or 1
    true_positives = np.sum((predicted == 1) & (y == 1))
    false_positives, false_negatives = np.sum(predicted > y), np.sum(predicted < y)
    true_negatives = np.sum((predicted == 0) & (y == 0))
    return true_positives, false_positives, false_negatives, true_negatives


def f_score(tp, fp, fn, beta=1):  # beta > 1 weighs recall more
    return (1 + beta**2) * tp / ((1 + beta**2) * tp + beta**2 * fn + fp)


def mcc(tp, fp, fn, tn):  # the correlation of two 0/1 variables
    margins = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    return (tp * tn - fp * fn) / np.sqrt(margins) if margins else 0.0


y = np.repeat([1, 0], [70, 30])
model = np.concatenate([np.repeat([1, 0], [56, 14]), np.repeat([1, 0], [6, 24])])

print("70 of 100 positive     accuracy  precision  recall   F1   F2   MCC")
for name, true, predicted in (
    ("model", y, model),
    ("always yes", y, np.ones(100)),
    ("model, labels swapped", 1 - y, 1 - model),
):
    tp, fp, fn, tn = confusion(true, predicted)
    f1, f2 = (f_score(tp, fp, fn, beta) for beta in (1, 2))
    print(f"{name:21} {(tp + tn) / 100:9.2f} {tp / (tp + fp):10.2f}", end="")
    print(f" {tp / (tp + fn):7.2f} {f1:4.2f} {f2:4.2f} {mcc(tp, fp, fn, tn):5.2f}")
