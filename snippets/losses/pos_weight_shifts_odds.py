"""Shows that a weight on positives multiplies the learned odds, and how to undo it."""

import numpy as np
from scipy.optimize import minimize_scalar


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def weighted_bce(z, rate, weight):  # expected loss where a share `rate` is positive
    return weight * rate * np.logaddexp(0, -z) + (1 - rate) * np.logaddexp(0, z)


def learned(rate, weight):
    return sigmoid(minimize_scalar(weighted_bce, args=(rate, weight)).x)


def undo(q, weight):  # the probability behind a prediction of a weighted model
    return q / (q + weight * (1 - q))


print("true rate  learned, weight 20  odds ratio  undone")
for rate in (0.005, 0.05, 0.2, 0.5):
    q = learned(rate, 20)
    ratio = q / (1 - q) / (rate / (1 - rate))
    print(f"{rate:9.3f} {q:19.3f} {ratio:11.1f} {undo(q, 20):7.3f}")
print(f"0.5 of the weighted model is {undo(0.5, 20):.4f}, that is 1 / 21")
print(f"weight 50, prediction 0.7: probability {undo(0.7, 50):.4f}")
