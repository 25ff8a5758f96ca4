"""Shows that PCGrad on two tasks is a weighted sum of their gradients."""

import numpy as np


def project(g, other):  # removes from g what points against `other`
    return g - (g @ other).clip(max=0) / (other @ other) * other


def pcgrad(g1, g2):
    return project(g1, g2) + project(g2, g1)


def weights(g1, g2):  # the same direction as w1 * g1 + w2 * g2
    conflict = (-(g1 @ g2)).clip(min=0)
    return 1 + conflict / (g1 @ g1), 1 + conflict / (g2 @ g2)


pairs = {
    "agree": (np.array([1.0, 0.0]), np.array([1.0, 1.0])),
    "conflict": (np.array([1.0, 0.0]), np.array([-3.0, 4.0])),
    "opposite": (np.array([1.0, 0.0]), np.array([-5.0, 0.0])),
}
for name, (g1, g2) in pairs.items():
    w1, w2 = weights(g1, g2)
    print(f"{name:9s} PCGrad {pcgrad(g1, g2)}, weights {w1:.2f} and {w2:.2f}")
