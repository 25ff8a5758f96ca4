"""Shows every loss of the cheat sheet with its gradient, checked by differences."""

import numpy as np
from scipy.special import expit, log_expit, log_softmax, softmax


def softplus(x):
    return -log_expit(-x)  # log(1 + exp(x)), overflows nowhere


def cheat_sheet(o, y, label, grade):
    # o: (n,) outputs; y: numbers; label: 0 or 1; grade: classes 0 to 3 in order
    # each entry: the loss or losses, and the gradient of their sum in o
    r, sign, c = o - y, 2 * label - 1, grade[0]
    log_p, soft, true = log_softmax(o), softmax(grade), np.eye(len(o))[c]
    wrong = expit(-sign * o)  # 1 - p of the true label
    cuts = np.array([-np.inf, -1.0, 0.5, 1.0, np.inf])  # between the four grades
    low, high = cuts[grade] - o, cuts[grade + 1] - o
    pairs, sides = o[0::2] - o[1::2], np.tile([1, -1], len(o) // 2)
    return {
        "squared": (r**2 / 2, r),
        "absolute": (abs(r), np.sign(r)),
        "Huber, δ = 1": (
            np.where(abs(r) < 1, r**2 / 2, abs(r) - 0.5),
            r.clip(-1, 1),
        ),
        "pinball, τ = 0.9": (np.maximum(-0.9 * r, 0.1 * r), (r > 0) - 0.9),
        "Gaussian, log σ²": ((o + y**2 * np.exp(-o)) / 2, (1 - y**2 * np.exp(-o)) / 2),
        "Poisson": (np.exp(o) - y * o, np.exp(o) - y),
        "binary CE": (softplus(o) - label * o, expit(o) - label),
        "focal, γ = 2": (
            wrong**2 * softplus(-sign * o),
            -sign * wrong**2 * (2 * (1 - wrong) * softplus(-sign * o) + wrong),
        ),
        "softmax CE": (-log_p[c], np.exp(log_p) - true),
        "ordinal": (
            softplus(low) + softplus(-high) - np.log(-np.expm1(low - high)),
            expit(-high) - expit(low),
        ),
        "hinge": ((1 - sign * o).clip(0), -sign * (sign * o < 1)),
        "contrastive, m = 1": (
            np.where(label, o, (1 - o).clip(0)) ** 2 / 2,
            np.where(label, o, -(1 - o).clip(0)),
        ),
        "triplet, m = 1": ((pairs + 1).clip(0), sides * np.repeat(pairs > -1, 2)),
        "InfoNCE, τ = 0.1": (-log_softmax(10 * o)[c], 10 * (softmax(10 * o) - true)),
        "pairwise": (softplus(-pairs), -sides * np.repeat(expit(-pairs), 2)),
        "ListNet": (-soft @ log_p, np.exp(log_p) - soft),
    }


data = np.array([3, 0, 1, 2]), np.array([1, 0, 0, 1]), np.array([2, 0, 1, 3])
o, h = np.array([0.9, 0.4, -0.7, 1.6]), 1e-6
moved = [(cheat_sheet(o + m, *data), cheat_sheet(o - m, *data)) for m in h * np.eye(4)]
for name, (loss, gradient) in cheat_sheet(o, *data).items():
    slopes = [(up[name][0].sum() - down[name][0].sum()) / (2 * h) for up, down in moved]
    shown = " ".join(f"{g + 0.0:6.2f}" for g in gradient)
    print(
        f"{name:18} {loss.sum():5.2f}, gradient {shown}", np.allclose(gradient, slopes)
    )
