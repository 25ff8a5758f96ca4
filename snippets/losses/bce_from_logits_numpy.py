"""Shows binary cross-entropy from the logit, and where the textbook form fails."""

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))  # equal to 1 / (1 + exp(-z)), overflows nowhere


def bce_from_logits(z, y):  # z: logits, y: targets in [0, 1], same shape
    return np.logaddexp(0, z) - y * z  # log(1 + exp(z)) - y z


def bce_gradient(z, y):  # with respect to the logit
    return sigmoid(z) - y


def textbook_bce(z, y):
    p = sigmoid(z)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -(y * np.log(p) + (1 - y) * np.log(1 - p))


print("logit  label  from the logit  textbook  gradient")
for z, y in ((2, 1), (-2, 1), (40, 0), (40, 1), (-800, 1)):
    stable, textbook = bce_from_logits(z, y), textbook_bce(z, y)
    print(f"{z:5d} {y:6d} {stable:15.4f} {textbook:9.4f} {bce_gradient(z, y):9.4f}")
