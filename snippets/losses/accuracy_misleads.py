"""Shows a perfect model of a 0.5 % class that finds nothing at the usual threshold."""

import numpy as np
from scipy.stats import norm

BASE_RATE, SHIFT, POSTS = (
    0.005,
    1.5,
    100_000,
)  # score: N(0, 1), or N(SHIFT, 1) if positive


def score_at(p):
    """The score whose true probability of being positive is p (Bayes' rule, solved)."""
    log_odds = np.log(p / (1 - p)) - np.log(BASE_RATE / (1 - BASE_RATE))
    return log_odds / SHIFT + SHIFT / 2


def expected_counts(threshold):  # flag a post when its true probability is above it
    cut = score_at(threshold)
    found = POSTS * BASE_RATE * norm.sf(cut - SHIFT)
    false_alarms = POSTS * (1 - BASE_RATE) * norm.sf(cut)
    return found, false_alarms


def report(name, found, false_alarms):
    positives = POSTS * BASE_RATE
    accuracy = 1 - (positives - found + false_alarms) / POSTS
    print(
        f"{name}: {found:3.0f} of {positives:.0f} found, "
        f"{false_alarms:4.0f} false alarms, accuracy {accuracy:.2%}"
    )


report("never flag   ", 0, 0)
for threshold in (0.5, 0.1, 1 / 21):
    report(f"flag p > {threshold:.3f}", *expected_counts(threshold))
print(
    f"probability that a positive outranks a negative: {norm.cdf(SHIFT / 2**0.5):.2f}"
)
