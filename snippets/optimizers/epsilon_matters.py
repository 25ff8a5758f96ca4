"""Shows Adam's first step as gradients shrink, for three places of epsilon."""

import numpy as np

BETA2 = 0.999


def outside(g, eps):  # PyTorch, and the paper's algorithm
    return g / (np.abs(g) + eps)


def inside(g, eps):  # under the root
    return g / np.sqrt(g * g + eps)


def before_correction(g, eps):  # the paper's efficient form, with its epsilon hat
    return g / (np.abs(g) + eps / np.sqrt(1 - BETA2))


print("first step / lr, epsilon 1e-8")
print("gradient   outside   inside   before correction")
for g in (1e-2, 1e-4, 1e-6, 1e-8, 1e-10):
    steps = outside(g, 1e-8), inside(g, 1e-8), before_correction(g, 1e-8)
    print("{:8.0e} {:9.4f} {:8.4f} {:19.4f}".format(g, *steps))

print("epsilon 1: the step is nearly the gradient, as in SGD with the same lr")
for g in (1e-1, 1e-2, 1e-3):
    print(f"{g:8.0e} {outside(g, 1.0):9.4f}")
