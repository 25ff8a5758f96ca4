"""Shows that a shift undoes a weight on positives, and that a temperature cannot."""

import numpy as np
from scipy.optimize import minimize_scalar


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def nll(z, y):
    return np.mean(np.logaddexp(0, z) - y * z)


def fit_temperature(z, y):
    return np.exp(minimize_scalar(lambda log_t: nll(z / np.exp(log_t), y)).x)


def fit_shift(z, y):
    return minimize_scalar(lambda shift: nll(z + shift, y)).x


rng = np.random.default_rng(0)
true_logit = rng.normal(-4, 1.5, size=50_000)
y = rng.random(50_000) < sigmoid(true_logit)
z = true_logit + np.log(20)  # what a weight of 20 on the positives teaches

T, shift = fit_temperature(z, y), fit_shift(z, y)
print(f"base rate {y.mean():.3f}, temperature {T:.1f}, shift {shift:.1f}")
for name, fixed in (
    ("weighted model", z),
    ("temperature", z / T),
    ("shift", z + shift),
):
    print(f"{name:14} mean p {sigmoid(fixed).mean():.3f}, NLL {nll(fixed, y):.3f}")
