"""Shows that the Poisson loss finds the mean of counts that are far from Poisson."""

import numpy as np
from scipy.optimize import minimize_scalar


def poisson_nll(y, log_rate):  # without log(y!), which no prediction changes
    return np.exp(log_rate) - y * log_rate


def fit_constant(y):
    return np.exp(minimize_scalar(lambda z: np.mean(poisson_nll(y, z))).x)


rng = np.random.default_rng(0)
# each customer has a rate of their own: a negative binomial, mean 3, variance 12
y = rng.poisson(rng.gamma(shape=1.0, scale=3.0, size=20_000))

squared_log = np.expm1(np.mean(np.log1p(y)))  # what MSE on log(1 + y) estimates
print(f"mean {y.mean():.2f}, variance {y.var():.1f}")
print(f"Poisson loss is smallest at {fit_constant(y):.2f}")
print(f"MSE on log(1 + y), transformed back: {squared_log:.2f}")

n = len(y)
model = np.sqrt(fit_constant(y) / n)  # if variance = mean, as the model says
robust = y.std() / np.sqrt(n)  # whatever the variance
print(f"standard error of the mean: model's {model:.4f}, robust {robust:.4f}")
