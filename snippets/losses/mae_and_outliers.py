"""Shows where MAE helps, where it does not, and what it costs on clean data."""

import numpy as np
from sklearn.linear_model import QuantileRegressor


def least_squares_slope(x, y):
    return np.polyfit(x, y, 1)[0]


def least_absolute_slope(x, y):
    return QuantileRegressor(alpha=0).fit(x[:, None], y).coef_[0]


x = np.arange(20.0)
clean = 2 * x
one_wrong_target = clean.copy()
one_wrong_target[19] += 200  # an outlier in y
x_wrong = np.append(x, 300.0)  # an outlier in x: a leverage point
y_wrong = np.append(clean, 0.0)

print("true slope 2               MSE    MAE")
for name, a, b in (
    ("clean", x, clean),
    ("one wrong target", x, one_wrong_target),
    ("one wrong input", x_wrong, y_wrong),
):
    print(
        f"{name:22} {least_squares_slope(a, b):7.2f} {least_absolute_slope(a, b):6.2f}"
    )

draws = np.random.default_rng(0).normal(size=(20_000, 101))
ratio = np.median(draws, axis=1).var() / draws.mean(axis=1).var()
print(f"Gaussian noise: variance of the median / of the mean = {ratio:.1f}")
