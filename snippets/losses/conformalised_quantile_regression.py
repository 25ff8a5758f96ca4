"""Shows how a calibration set repairs the coverage of overfitted quantile models."""

import numpy as np
from sklearn.linear_model import QuantileRegressor


def conformity_score(lower, upper, y):  # > 0 outside the interval, < 0 inside
    return np.maximum(lower - y, y - upper)


def conformal_margin(scores, alpha):
    """By how much to widen both ends so that 1 - alpha of new targets are inside."""
    rank = int(np.ceil((len(scores) + 1) * (1 - alpha)))
    return np.sort(scores)[rank - 1] if rank <= len(scores) else np.inf


def sample(n, rng, features=15):
    X = rng.normal(size=(n, features))
    return X, X[:, 0] + (0.5 + np.abs(X[:, 1])) * rng.normal(size=n)


rng = np.random.default_rng(0)
alpha = 0.1
X, y = sample(80, rng)  # few rows for 15 features: the quantile lines overfit
low, high = (
    QuantileRegressor(quantile=tau, alpha=0).fit(X, y)
    for tau in (alpha / 2, 1 - alpha / 2)
)
X_new, y_new = sample(20_000, rng)
lower, upper = low.predict(X_new), high.predict(X_new)
new = conformity_score(lower, upper, y_new)
print(
    f"before: coverage {np.mean(new <= 0):.1%}, mean width {np.mean(upper - lower):.1f}"
)

margins = []
for _ in range(200):  # what another calibration set of 500 rows would have given
    X_cal, y_cal = sample(500, rng)
    scores = conformity_score(low.predict(X_cal), high.predict(X_cal), y_cal)
    margins.append(conformal_margin(scores, alpha))
coverages = [np.mean(new <= margin) for margin in margins]
width = np.mean(upper - lower) + 2 * np.mean(margins)
print(f"after:  coverage {np.mean(coverages):.1%}, mean width {width:.1f}")
spread = f"{min(coverages):.1%} to {max(coverages):.1%}"
print(f"        {spread}, depending on the calibration set")
noisy = np.abs(X_new[:, 1]) > 1.5
print(f"        on the noisiest rows {np.mean(new[noisy] <= np.mean(margins)):.1%}")
for level in (0.1, 0.01):
    sizes = range(1, 200)
    needed = [n for n in sizes if np.isfinite(conformal_margin(np.zeros(n), level))]
    print(f"alpha = {level}: a finite margin needs {needed[0]} calibration rows")
