"""Shows how many test examples it takes to see a gain, paired and unpaired."""

from math import ceil

from scipy.stats import norm


def needed(variance, gain, level=0.05, power=0.8):
    """Examples for a two-sided test; variance: of one example's contribution."""
    reach = norm.isf(level / 2) + norm.ppf(power)
    return ceil(reach**2 * variance / gain**2)


def paired_variance(differ, gain):  # differ: share on which just one model is right
    return differ - gain**2


def unpaired_variance(accuracy, gain):  # a test set for each model
    better = accuracy + gain
    return accuracy * (1 - accuracy) + better * (1 - better)


print("accuracy 0.80; the models differ on 0.10 of the examples")
print("gain   paired  a test set each")
for gain in (0.01, 0.02, 0.05):
    paired = needed(paired_variance(0.10, gain), gain)
    print(f"{gain} {paired:8d} {needed(unpaired_variance(0.80, gain), gain):16d}")
