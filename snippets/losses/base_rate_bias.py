"""Shows the first loss with a zero last bias, and with one set to the base rate."""

import numpy as np


def base_rate_bias(prior):  # prior: (K,) class frequencies; softmax(bias) = prior
    return np.log(prior)


def first_loss(bias, prior):  # expected cross-entropy while all weights are still zero
    log_p = bias - np.logaddexp.reduce(bias)
    return -(prior * log_p).sum()


def first_gradient(bias, prior):  # with respect to the bias
    return np.exp(bias - np.logaddexp.reduce(bias)) - prior


print("class frequencies      zero bias        base rate")
for prior in ([0.99, 0.01], [0.999, 0.001], [0.9, 0.05, 0.03, 0.02]):
    prior = np.array(prior)
    print(f"{prior!s:22}", end="")
    for bias in (np.zeros(len(prior)), base_rate_bias(prior)):
        size = abs(first_gradient(bias, prior)).max()
        print(f" {first_loss(bias, prior):6.4f} (grad {size:.2f})", end="")
    print()
