"""Shows the floor under the loss, and the gradient left, when softmax is applied twice."""

import numpy as np
from scipy.special import logsumexp, softmax


def cross_entropy(
    z, label
):  # z: (classes,); as nn.CrossEntropyLoss, which takes logits
    return logsumexp(z) - z[label]


def gradient(z, label):
    return softmax(z) - np.eye(len(z))[label]


def double_gradient(z, label):  # of cross_entropy(softmax(z), label)
    p = softmax(z)
    g = gradient(p, label)
    return p * (g - p @ g)  # the inner softmax's Jacobian is diag(p) - p pᵀ


def floor(classes):  # the inner probabilities are one-hot, and right
    return np.log(classes - 1 + np.e) - 1


print("classes  log K  floor  gradient at equal logits, against one softmax")
for classes in (2, 10, 1000):
    z = np.zeros(classes)
    left = double_gradient(z, 0)[0] / gradient(z, 0)[0]
    print(f"{classes:7d} {cross_entropy(z, 0):6.3f} {floor(classes):6.3f}  {left:.4f}")

print("10 classes, label 0, all logits 0 but one")
for name, where, size in (("right", 0, 20), ("wrong", 1, 20)):
    z = size * np.eye(10)[where]
    once, twice = cross_entropy(z, 0), cross_entropy(softmax(z), 0)
    pull = abs(double_gradient(z, 0)).max()
    print(f"sure and {name}: loss {once:.3f}, twice {twice:.3f}, pull {pull:.0e}")
