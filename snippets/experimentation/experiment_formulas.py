"""Shows the formulas of experimentation, each with the number of one example."""

import numpy as np
from scipy.stats import chi2, norm


def users_per_arm(sd, effect, alpha=0.05, power=0.8):
    return 2 * (sd * (norm.isf(alpha / 2) + norm.ppf(power)) / effect) ** 2


def split_penalty(share):  # total users against an even split
    return 1 / (4 * share * (1 - share))


def mean_ci(means, sds, counts):  # of the difference, large samples
    se = np.sqrt(np.sum(np.square(sds) / counts))
    return np.diff(means) + norm.ppf(0.975) * se * np.array([-1, 1])


def ratio_se(top, bottom):  # delta method; one entry a randomised user
    residual = top - np.sum(top) / np.sum(bottom) * np.asarray(bottom)
    return np.std(residual, ddof=1) / np.mean(bottom) / np.sqrt(len(top))


def srm_p_value(counts, shares):
    expected = np.sum(counts) * np.asarray(shares)
    return chi2.sf(np.sum((counts - expected) ** 2 / expected), len(counts) - 1)


def cuped_factor(rho):  # of the variance, even split
    return 1 - rho**2


def design_effect(size, icc, cv=0):  # cv: sd over mean of the cluster sizes
    return 1 + ((1 + cv**2) * size - 1) * icc


def any_false_positive(tests, alpha=0.05):  # independent tests
    return 1 - (1 - alpha) ** tests


def effective_sample_size(weights):
    return np.sum(weights) ** 2 / np.sum(np.square(weights))


def kept_after_shrinking(sd_true, se):  # share of a lift that one should believe
    return sd_true**2 / (sd_true**2 + se**2)


print(f"users an arm, effect 0.05 sd: {users_per_arm(1, 0.05):,.0f}")
print(f"5 % against 95 %: total users times {split_penalty(0.05):.2f}")
print(f"counts 50500, 49500: p = {srm_p_value([50500, 49500], [0.5, 0.5]):.4f}")
print(f"CUPED, correlation 0.7: variance times {cuped_factor(0.7):.2f}")
print(f"50 a cluster, ICC 0.05: variance times {design_effect(50, 0.05):.2f}")
print(f"  sizes with CV 1: times {design_effect(50, 0.05, 1):.2f}")
print(f"10 metrics: some false positive {100 * any_false_positive(10):.0f} %")
print(f"weights 1, 1, 1, 9: {effective_sample_size([1, 1, 1, 9]):.1f} samples")
print(f"true sd 1, standard error 2: keep {kept_after_shrinking(1, 2):.1f} of a lift")
print("3, 3.1, sd 2, n 10,000: CI", *mean_ci([3, 3.1], [2, 2], 10_000).round(2))
print(f"2/2, 1/4, 3/3: ratio 0.67, se {ratio_se([2, 1, 3], [2, 4, 3]):.2f}")
