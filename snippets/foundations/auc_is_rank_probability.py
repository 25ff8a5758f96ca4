"""Shows ROC-AUC as the chance that a positive outranks a negative; ties count half."""

import numpy as np
from scipy.stats import rankdata


def auc_by_pairs(y, score):
    gaps = score[y == 1][:, None] - score[y == 0]  # (positives, negatives)
    return ((gaps > 0) + 0.5 * (gaps == 0)).mean()


def auc_by_ranks(y, score):  # Mann-Whitney: one sort instead of all pairs
    positives, negatives = np.sum(y == 1), np.sum(y == 0)
    rank_sum = rankdata(score)[y == 1].sum()  # tied scores share their mean rank
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


y = np.array([0, 0, 1, 0, 1, 1])
score = np.array([0.1, 0.4, 0.4, 0.6, 0.7, 0.9])
print("positives", score[y == 1], "negatives", score[y == 0])
print(f"pairs {auc_by_pairs(y, score):.4f}, ranks {auc_by_ranks(y, score):.4f}")
for name, transformed in (
    ("exponential  ", np.exp(score)),
    ("negated      ", -score),
    ("all equal    ", np.zeros(6)),
    ("cut at 0.6   ", (score >= 0.6).astype(float)),
):
    print(f"{name} {auc_by_ranks(y, transformed):.4f}")
