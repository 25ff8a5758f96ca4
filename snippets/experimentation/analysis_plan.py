"""Shows how the numbers of an analysis plan follow from its premises."""

from math import ceil

import numpy as np
from scipy.stats import norm


def users_per_arm(variances, effect, alpha=0.05, power=0.8):
    # variances: of one user in control plus of one user in treatment
    return ceil(variances * ((norm.isf(alpha / 2) + norm.ppf(power)) / effect) ** 2)


def of_bernoulli(p):
    return p * (1 - p)


def to_detect(base, lift):  # a relative lift of a rate
    new = base * (1 + lift)
    return users_per_arm(of_bernoulli(base) + of_bernoulli(new), new - base)


def to_exclude(base, margin):  # a loss of this size, if there truly is none
    return users_per_arm(2 * of_bernoulli(base), margin)


def weeks_needed(users, new_users):  # new_users: first seen in week 1, 2, ...
    enough = np.cumsum(new_users) >= users
    return int(np.argmax(enough)) + 1 if enough.any() else None


primary = to_detect(base=0.05, lift=0.05)
guardrail = to_exclude(base=0.01, margin=0.001)
per_arm = max(primary, guardrail)
by_week = [200_000, 90_000, 60_000, 45_000]
weeks = weeks_needed(2 * per_arm, by_week)
print(f"primary, 5 % to 5.25 %: {primary:,} users an arm")
print(f"guard-rail, 1 %, margin 0.1 points: {guardrail:,} users an arm")
print(f"new users by week: {by_week}")
print(f"both arms: {2 * per_arm:,} users, {weeks} whole weeks")
