"""Shows which leaks a run on shuffled labels detects, and which it cannot see."""

import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier


def duplicated(x, y):  # each row is stored three times
    return np.tile(x[:, :5], (3, 1)), np.tile(y, 3)


def selected(x, y):  # the best features are chosen on all rows
    return SelectKBest(k=20).fit_transform(x, y), y


def held_out_accuracy(x, y):
    folds = KFold(5, shuffle=True, random_state=0)
    return cross_val_score(KNeighborsClassifier(1), x, y, cv=folds).mean()


def scores(leak, seed):
    """Accuracy on the labels, on labels shuffled at the source, and shuffled late."""
    rng = np.random.default_rng(seed)
    x, y = rng.standard_normal((100, 1000)), rng.permutation(100) % 2
    leaky_x, leaky_y = leak(x, y)
    if leak is selected:
        shuffled_x, shuffled_y = leak(x, rng.permutation(y))
    else:  # the copies are in the raw table, so their labels are shuffled one by one
        shuffled_x, shuffled_y = leaky_x, rng.permutation(leaky_y)
    late = rng.permutation(leaky_y)
    return [
        held_out_accuracy(leaky_x, leaky_y),
        held_out_accuracy(shuffled_x, shuffled_y),
        held_out_accuracy(leaky_x, late),
    ]


print("noise, held-out accuracy   as it is  shuffled first  shuffled late")
for name, leak in (("duplicates", duplicated), ("selection on all", selected)):
    mean = np.mean([scores(leak, seed) for seed in range(5)], axis=0)
    print(f"{name:26s} {mean[0]:8.2f} {mean[1]:15.2f} {mean[2]:14.2f}")
