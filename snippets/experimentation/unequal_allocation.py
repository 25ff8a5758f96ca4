"""Shows what an uneven split costs, and how large control should be for many arms."""

import numpy as np
from scipy.stats import norm


def total_users(variance_t, variance_c, effect, share, alpha=0.05, power=0.8):
    # share: of all users, those in treatment
    z = norm.isf(alpha / 2) + norm.ppf(power)
    per_user = variance_t / share + variance_c / (1 - share)
    return per_user * (z / effect) ** 2


def cost_of_many_arms(control, arms):  # relative to the same total in equal shares
    treated = (1 - control) / arms
    equal = 1 / (arms + 1)
    return (1 / control + 1 / treated) / (2 / equal)


for share in (0.5, 0.3, 0.2, 0.1, 0.05, 0.01):
    inflation = total_users(1, 1, 1, share) / total_users(1, 1, 1, 0.5)
    print(f"{100 * share:2.0f} % treated: {inflation:5.2f} times the users")

ok, bad = 0.01, 0.011  # error rate of requests: before, and the rise to notice
for share in (0.5, 0.01):
    total = total_users(bad * (1 - bad), ok * (1 - ok), bad - ok, share)
    print(
        f"canary of {100 * share:.0f} %: {total * share:,.0f} of {total:,.0f} requests"
    )

for arms in (1, 4, 9):
    best = 1 / (1 + np.sqrt(arms))
    print(f"{arms} treatments: control {100 * best:.0f} %", end=", ")
    print(f"needs {cost_of_many_arms(best, arms):.2f} of the equal split's users")
