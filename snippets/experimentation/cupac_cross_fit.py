"""Shows that a covariate predicted in-sample shrinks the effect; cross-fitting mends it."""

import numpy as np


def predict(features, y, new):  # least squares, one fit a test
    transposed = features.swapaxes(1, 2)
    weights = np.linalg.solve(transposed @ features, transposed @ y[:, :, None])
    return (new @ weights)[:, :, 0]


def in_sample(features, y):
    return predict(features, y, features)


def cross_fit(features, y):  # users come in random order
    first, second = np.array_split(np.arange(y.shape[1]), 2)
    of_first = predict(features[:, second], y[:, second], features[:, first])
    of_second = predict(features[:, first], y[:, first], features[:, second])
    return np.hstack([of_first, of_second])


def adjusted(y, x, t):  # CUPED with the prediction x
    x = x - x.mean(1, keepdims=True)
    theta = (x * y).mean(1, keepdims=True) / (x**2).mean(1, keepdims=True)
    y = y - theta * x
    return y[:, t == 1].mean(1) - y[:, t == 0].mean(1)


rng = np.random.default_rng(0)
t = np.arange(200) % 2
features = rng.normal(size=(300, 200, 60))  # tests, users, features from before
y = features[:, :, :4].sum(2) + rng.normal(size=(300, 200)) + 1.0 * t
plain = y[:, t == 1].mean(1) - y[:, t == 0].mean(1)
print(f"no covariate mean {plain.mean():.2f}, sd {plain.std():.2f}; truth 1")
for fit in (in_sample, cross_fit):
    effect = adjusted(y, fit(features, y), t)
    print(f"{fit.__name__:12s} mean {effect.mean():.2f}, sd {effect.std():.2f}")
