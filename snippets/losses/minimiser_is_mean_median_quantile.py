"""Shows which statistic of skewed data each regression loss estimates."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import expectile

y = np.random.default_rng(0).exponential(size=1001)


def squared(e):  # e = prediction - target
    return e**2


def absolute(e):
    return np.abs(e)


def pinball(e, tau=0.9):  # tau times the shortfall, 1 - tau times the excess
    return np.maximum(-tau * e, (1 - tau) * e)


def asymmetric_squared(e, tau=0.9):
    return np.where(e < 0, tau, 1 - tau) * e**2


def best_constant(loss, y):
    def risk(prediction):
        return np.mean(loss(prediction - y))

    return minimize_scalar(risk, bounds=(y.min(), y.max()), method="bounded").x


cases = {
    "squared": (squared, "mean", y.mean()),
    "absolute": (absolute, "median", np.median(y)),
    "pinball, 0.9": (pinball, "0.9-quantile", np.quantile(y, 0.9)),
    "asymmetric squared, 0.9": (asymmetric_squared, "0.9-expectile", expectile(y, 0.9)),
}
print("loss                      minimiser   statistic of the data")
for name, (loss, statistic, value) in cases.items():
    print(f"{name:25}{best_constant(loss, y):10.2f}   {statistic} {value:.2f}")
