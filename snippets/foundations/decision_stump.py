"""Shows the best one-feature threshold for weighted labels, by one sort a feature."""

import numpy as np


def fit_stump(X, y, weight):
    """(error, feature, threshold, sign): sign where x > threshold, else -sign."""
    best = (np.inf, None, None, None)
    for feature in range(X.shape[1]):
        order = np.argsort(X[:, feature])
        value, signed = X[order, feature], (weight * y)[order]
        # cut i: the first i are called -1, wrong for the positives among them
        below = np.concatenate([[0.0], np.cumsum(signed)[:-1]])
        error = weight[y < 0].sum() + below
        middle = value[:-1] + np.diff(value) / 2
        middle = np.where(middle < value[1:], middle, value[:-1])  # rounded up
        threshold = np.concatenate([[-np.inf], middle])
        possible = np.concatenate([[True], np.diff(value) > 0])  # never between equals
        for sign, errors in ((1, error), (-1, weight.sum() - error)):
            i = np.where(possible, errors, np.inf).argmin()
            best = min(
                best, (errors[i], feature, threshold[i], sign), key=lambda s: s[0]
            )
    return best


def predict_stump(stump, X):
    _, feature, threshold, sign = stump
    return np.where(X[:, feature] > threshold, sign, -sign)


X = np.arange(6.0)[:, None]
y = np.array([1, 1, -1, 1, -1, -1])
equal, heavy = np.full(6, 1 / 6), np.where(np.arange(6) == 3, 0.5, 0.1)
for name, weight in (("equal weights", equal), ("fourth heavy", heavy)):
    stump = fit_stump(X, y, weight)
    error, feature, threshold, sign = stump
    print(f"{name}: feature {feature}, {sign:+d} above {threshold}, error {error:.3f}")
    print("  predicted", predict_stump(stump, X))
