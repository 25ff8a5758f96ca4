"""Shows that the multiplicative repetition penalty depends on the logits' origin."""

import numpy as np


def softmax(z):
    p = np.exp(z - z.max())
    return p / p.sum()


def repetition_penalty(z, seen, factor):
    z = z.copy()
    z[seen] = np.where(z[seen] > 0, z[seen] / factor, z[seen] * factor)
    return z


def additive_penalties(z, counts, presence, frequency):
    return z - presence * (counts > 0) - frequency * counts


z = np.array([3.0, 2.0, 1.0, 0.0])
seen, counts = np.array([0]), np.array([2, 0, 0, 0])
print("shift   plain  multiplicative  additive   (probability of the repeated token)")
for shift in (0, 10, -10):
    plain = softmax(z + shift)[0]
    times = softmax(repetition_penalty(z + shift, seen, 1.2))[0]
    minus = softmax(additive_penalties(z + shift, counts, 0.5, 0.5))[0]
    print(f"{shift:5d} {plain:7.3f} {times:15.3f} {minus:9.3f}")
