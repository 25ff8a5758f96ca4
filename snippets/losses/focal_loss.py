"""Shows focal loss and its gradient from logits; gamma = 0 is cross-entropy."""

import numpy as np
from scipy.special import log_expit


def focal_loss(z, y, gamma=2.0, alpha=None):  # z: logits, y: labels 0 or 1
    margin = np.where(y == 1, z, -z)
    log_p = log_expit(margin)  # p: probability of the true class
    log_rest = log_expit(-margin)  # of 1 - p, without cancellation
    balance = 1 if alpha is None else np.where(y == 1, alpha, 1 - alpha)
    return -balance * np.exp(gamma * log_rest) * log_p


def focal_gradient(z, y, gamma=2.0):  # with respect to z
    margin = np.where(y == 1, z, -z)
    log_p, log_rest = log_expit(margin), log_expit(-margin)
    slope = np.exp(gamma * log_rest) * (
        gamma * np.exp(log_p) * log_p - np.exp(log_rest)
    )
    return np.where(y == 1, slope, -slope)


z, y = np.array([-1.0, 0.5, 3.0, 3.0, -400.0]), np.array([1, 1, 1, 0, 1])
for gamma in (0, 2):
    print(f"gamma = {gamma}: loss     {np.round(focal_loss(z, y, gamma), 4).tolist()}")
    print(f"           gradient {np.round(focal_gradient(z, y, gamma), 4).tolist()}")
weights = focal_loss(z[2:4], y[2:4], alpha=0.25) / focal_loss(z[2:4], y[2:4])
print("alpha = 0.25 multiplies a positive, a negative by", weights.round(2).tolist())
