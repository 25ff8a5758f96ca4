"""Shows that the base rate moves average precision and leaves the ROC area where it is."""

import numpy as np
from scipy.stats import norm

cuts = np.linspace(12, -10, 20_001)  # thresholds on the score, from strict to lax
RECALL = norm.sf(cuts - 2)  # scores of positives: N(2, 1)
FALL_OUT = norm.sf(cuts)  # false-positive rate; scores of negatives: N(0, 1)


def roc_area():
    return np.trapezoid(RECALL, FALL_OUT)


def average_precision(base_rate):
    hits, alarms = base_rate * RECALL, (1 - base_rate) * FALL_OUT
    return np.sum(np.diff(RECALL) * (hits / (hits + alarms))[1:])


for base_rate in (0.5, 0.05, 0.005):
    print(
        f"base rate {base_rate:5.3f}: ROC area {roc_area():.2f}, "
        f"average precision {average_precision(base_rate):.2f}"
    )
