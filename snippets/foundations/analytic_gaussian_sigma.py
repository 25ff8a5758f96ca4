"""Shows where the textbook's Gaussian noise is too much, and where too little."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm


def delta_of(epsilon, sigma):
    """Exact smallest delta of N(0, sigma²) noise at L2 sensitivity 1."""
    a, b = 0.5 / sigma, epsilon * sigma
    return norm.cdf(a - b) - np.exp(epsilon + norm.logcdf(-a - b))


def classical_sigma(epsilon, delta):
    return np.sqrt(2 * np.log(1.25 / delta)) / epsilon


def root(function):
    return brentq(function, 1e-2, 1e4)


def analytic_sigma(epsilon, delta):
    """Least noise that is (epsilon, delta)-private; delta falls as sigma grows."""
    return root(lambda sigma: delta_of(epsilon, sigma) - delta)


def first_failure(delta):
    """The epsilon from which on the classical sigma spends more than delta."""
    return root(lambda e: delta_of(e, classical_sigma(e, delta)) / delta - 1)


delta = 1e-5
print("epsilon  classical  analytic  delta of the classical")
for epsilon in (0.1, 1, 5, 8, 10, 20):
    textbook, least = classical_sigma(epsilon, delta), analytic_sigma(epsilon, delta)
    real = delta_of(epsilon, textbook)
    print(f"{epsilon:7.1f} {textbook:10.3f} {least:9.3f} {real:15.1e}")
for delta in (1e-2, 1e-5, 1e-8):
    first = first_failure(delta)
    print(f"delta {delta:.0e}: the classical sigma fails from epsilon {first:.2f}")
