"""Shows users per arm for a conversion rate of 5 % and a relative lift of 5 %."""

from math import asin, ceil, sqrt

import numpy as np
from scipy.stats import norm


def users_per_arm(variances, effect, alpha=0.05, power=0.8):
    # variances: of one user in control plus of one user in treatment
    z = norm.isf(alpha / 2) + norm.ppf(power)
    return ceil(variances * (z / effect) ** 2)


def power(n, variances, effect, alpha=0.05):  # two-sided, n users in each arm
    shift, limit = effect / sqrt(variances / n), norm.isf(alpha / 2)
    return norm.sf(limit - shift) + norm.cdf(-limit - shift)


def of_bernoulli(p):
    return p * (1 - p)


def simulated_power(n, p, q, rng, tests=100_000):
    a, b = rng.binomial(n, p, tests) / n, rng.binomial(n, q, tests) / n
    z = (b - a) / np.sqrt((of_bernoulli(a) + of_bernoulli(b)) / n)
    return (norm.sf(abs(z)) < 0.05 / 2).mean()


p, q = 0.05, 0.0525
both = of_bernoulli(p) + of_bernoulli(q)
n = users_per_arm(both, q - p)
print(f"control's variance twice: {users_per_arm(2 * of_bernoulli(p), q - p):,}")
print(f"each arm's own variance: {n:,}")
angle = 2 * asin(sqrt(q)) - 2 * asin(sqrt(p))  # arcsine: variance 1 whatever p is
print(f"arcsine scale, as statsmodels: {users_per_arm(2, angle):,}")
print(f"rule of 16: {16 * of_bernoulli(p) / (q - p) ** 2:,.0f}")
for users in (n, n // 2):
    found = simulated_power(users, p, q, np.random.default_rng(0))
    print(f"{users:,} users an arm: power {power(users, both, q - p):.3f}", end=", ")
    print(f"simulated {found:.3f}")
