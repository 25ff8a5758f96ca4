"""Shows squared, Poisson and Gamma deviance as one family, all aiming at the mean."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import xlogy


def deviance(y, mean, power):  # of one example; y > 0 for power 2, y >= 0 for power 1
    if power == 1:
        return 2 * (xlogy(y, y / mean) - y + mean)
    if power == 2:
        return 2 * (y / mean - 1 - np.log(y / mean))
    a, b = 1 - power, 2 - power  # at power 0 this is (y - mean)²
    return 2 * (y**b / (a * b) - y * mean**a / a + mean**b / b)


def gradient(y, mean, power):  # with respect to the mean, for every power
    return 2 * (mean - y) / mean**power


def best_constant(y, power):
    def risk(c):
        return deviance(y, c, power).mean()

    return minimize_scalar(risk, bounds=(y.min(), y.max()), method="bounded").x


print("cost of predicting 20 % too much   best constant")
print("power   y = 10    y = 1000   ratio")
data = np.random.default_rng(0).gamma(shape=2.0, scale=5.0, size=10_001)
for power in (0, 1, 1.5, 2):
    small, large = deviance(10.0, 12.0, power), deviance(1000.0, 1200.0, power)
    best = best_constant(data, power)
    print(f"{power:5} {small:8.3f} {large:11.3f} {large / small:7.0f} {best:13.2f}")
print(f"mean of the data {data.mean():.2f}, median {np.median(data):.2f}")
