"""Shows feature selection before cross-validation finding signal in pure noise."""

import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def noise(seed, features):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((60, features)), rng.permutation(60) % 2


def before_the_split(step, x, y):
    return cross_val_score(KNeighborsClassifier(), step.fit_transform(x, y), y).mean()


def inside_each_fold(step, x, y):
    return cross_val_score(make_pipeline(step, KNeighborsClassifier()), x, y).mean()


def accuracies(step, features):
    return [
        np.mean([how(step, *noise(seed, features)) for seed in range(8)])
        for how in (before_the_split, inside_each_fold)
    ]


selection = SelectKBest(k=20)
print("accuracy on noise, mean of 8 data sets    on all rows  in the folds")
for name, step, features in (
    ("20 of 1000 features, by their labels", selection, 1000),
    ("scaling of 20 features, no labels", StandardScaler(), 20),
):
    outside, inside = accuracies(step, features)
    print(f"{name:41s} {outside:11.2f} {inside:13.2f}")
