"""Shows the mSPRT holding its level every day, and losing it to correlated rows."""

import numpy as np

USERS, DAYS, TESTS, ALPHA = 500, 28, 20_000, 0.05  # users a day in each arm
TAU = 0.05  # effects that we expect are of this size, in standard deviations


def mixture_ratio(estimate, variance):
    # likelihood of "effect ~ N(0, TAU²)" over that of "effect 0"
    total = variance + TAU**2
    exponent = TAU**2 * estimate**2 / (2 * variance * total)
    return np.sqrt(variance / total) * np.exp(exponent)


def always_valid_p(estimates, variances):  # (tests, days), (days,)
    largest = np.maximum.accumulate(mixture_ratio(estimates, variances), axis=1)
    return (1 / largest).clip(max=1)


def running_difference(rng, icc=0.0, effect=0.0):
    # of the arms' means; unit variance, of which icc is the user's and stays all days
    same = rng.normal(size=(TESTS, 1)) * np.sqrt(2 * icc / USERS)
    new = rng.normal(size=(TESTS, DAYS)) * np.sqrt(2 * (1 - icc) / USERS)
    return effect + same + np.cumsum(new, axis=1) / np.arange(1, DAYS + 1)


days = np.arange(1, DAYS + 1)
by_row = 2 / (USERS * days)  # right if all rows are independent
by_user = 2 / USERS * (0.3 + 0.7 / days)  # right if a user has a row a day, icc 0.3
rng = np.random.default_rng(0)
independent, repeated = running_difference(rng), running_difference(rng, icc=0.3)
moved = running_difference(rng, effect=0.05)
for what, estimates, variances in (
    ("A/A, new users each day", independent, by_row),
    ("A/A, same users, rows as if independent", repeated, by_row),
    ("A/A, same users, variance by user", repeated, by_user),
    ("effect 0.05, new users each day", moved, by_row),
):
    p = always_valid_p(estimates, variances)
    print(f"{what:40}: rejects {100 * np.mean(p[:, -1] <= ALPHA):4.1f} %")
