"""Shows how far a significant estimate overstates, and how many wins are none."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

LIMIT = norm.isf(0.025)


def power(shift):  # shift: true effect in standard errors; two-sided 5 % test
    return norm.sf(LIMIT - shift) + norm.cdf(-LIMIT - shift)


def exaggeration(shift):  # E[|estimate| given significance] / true effect
    above = norm.pdf(LIMIT - shift) + shift * norm.sf(LIMIT - shift)
    below = norm.pdf(LIMIT + shift) - shift * norm.cdf(-LIMIT - shift)
    return (above + below) / power(shift) / shift


def wrong_sign(shift):
    return norm.cdf(-LIMIT - shift) / power(shift)


def false_wins(
    works, win, alpha=0.025
):  # share of ideas that work, their chance to win
    nothing = (1 - works) * alpha  # one-sided: a false positive that looks like a win
    return nothing / (nothing + works * win)


def shift_for(goal):  # true effect, in standard errors, that has this power
    return brentq(lambda shift: power(shift) - goal, 0, 10)


rng = np.random.default_rng(0)
for goal in (0.8, 0.5, 0.3, 0.1):
    shift = shift_for(goal)
    estimate = rng.normal(shift, 1, 1_000_000)
    won = estimate[abs(estimate) > LIMIT]
    print(f"power {goal}: overstated by {exaggeration(shift):.2f}", end=", ")
    print(f"simulated {abs(won).mean() / shift:.3f}", end=", ")
    print(f"wrong sign {100 * wrong_sign(shift):.1f} %", end=", ")
    print(f"false wins {100 * false_wins(0.1, norm.sf(LIMIT - shift)):.0f} %")
