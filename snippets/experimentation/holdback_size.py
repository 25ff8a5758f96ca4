"""Shows what a holdback can see of a year's launches, and what it forgoes."""

import numpy as np
from scipy.stats import norm


def standard_error(spread, users, held):  # of a lift; spread: sd over mean
    return spread * np.sqrt(1 / (users * held) + 1 / (users * (1 - held)))


def detectable(se, power=0.8):  # two-sided test at 5 %
    return (norm.isf(0.05 / 2) + norm.ppf(power)) * se


for held in (0.01, 0.05, 0.10):
    se = standard_error(3, 2_000_000, held)
    print(f"{100 * held:2.0f} % held back: sees a lift of {100 * detectable(se):.1f} %")
