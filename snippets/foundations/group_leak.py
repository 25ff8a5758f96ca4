"""Shows k-fold on grouped data scoring labels that carry nothing to learn."""

import numpy as np
from sklearn.model_selection import GroupKFold, KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier


def patients(rows_each, rng, count=100):
    centres = rng.standard_normal((count, 5))  # what a patient looks like
    labels = rng.permutation(np.arange(count) % 2)  # has nothing to do with it
    patient = np.repeat(np.arange(count), rows_each)
    x = centres[patient] + 0.2 * rng.standard_normal((len(patient), 5))
    return x, labels[patient], patient


def accuracy(x, y, splits):
    return cross_val_score(KNeighborsClassifier(1), x, y, cv=splits).mean()


print("rows a patient  rows split  patients split")
for rows_each in (1, 2, 5, 10):
    x, y, patient = patients(rows_each, np.random.default_rng(0))
    by_row = accuracy(x, y, KFold(5, shuffle=True, random_state=0))
    by_patient = accuracy(x, y, GroupKFold(5).split(x, groups=patient))
    print(f"{rows_each:14d} {by_row:11.2f} {by_patient:15.2f}")
