"""Shows how division by the standard deviation of a group reweights its prompt."""

import numpy as np
from scipy.stats import binom


def prompt_weight(p, group, divide_by_std):
    # the expected update is this weight times the gradient of p, the success rate
    right = np.arange(group + 1)  # how many answers of the group are right
    share = right / group
    variance = share * (1 - share)  # of the 0/1 rewards in the group
    size = np.sqrt(variance) if divide_by_std else variance
    return binom.pmf(right, group, p) @ size / (p * (1 - p))


def share_without_signal(p, group):  # all answers right, or all wrong
    return p**group + (1 - p) ** group


print("                 weight of the prompt, group of 8")
print("success rate   centred   divided by std   no signal")
for p in (0.02, 0.1, 0.5, 0.9, 0.98):
    print(
        f"{p:12.2f} {prompt_weight(p, 8, False):9.3f}"
        f" {prompt_weight(p, 8, True):16.3f} {share_without_signal(p, 8):11.1%}"
    )
print("groups of 2000, divided by std, and 1 / sqrt(p (1 - p)):")
for p in (0.1, 0.5):
    print(f"{p:12.2f} {prompt_weight(p, 2000, True):9.2f} {(p * (1 - p)) ** -0.5:9.2f}")
