"""Shows the two conventions of label smoothing, and the floor of the loss."""

import numpy as np


def smooth_over_all(label, classes, eps):  # PyTorch: eps / K on every class
    target = np.full(classes, eps / classes)
    target[label] += 1 - eps
    return target


def smooth_over_others(label, classes, eps):  # eps / (K - 1) on every other class
    target = np.full(classes, eps / (classes - 1))
    target[label] = 1 - eps
    return target


def floor_of_the_loss(target):  # the entropy: reached where p equals the target
    return -(target * np.log(target)).sum()


def best_logit_gap(target):  # finite, where hard labels ask for infinity
    return np.log(target.max() / target.min())


print("K = 5, eps 0.1, over all    ", smooth_over_all(1, 5, 0.1))
print("K = 5, eps 0.1, over others ", smooth_over_others(1, 5, 0.1))
print("K = 5, eps 0.08, over others", smooth_over_others(1, 5, 0.08))
for classes in (10, 1000):
    target = smooth_over_all(0, classes, 0.1)
    floor, gap = floor_of_the_loss(target), best_logit_gap(target)
    print(f"K = {classes}, eps 0.1: loss at least {floor:.3f}, logit gap {gap:.3f}")
