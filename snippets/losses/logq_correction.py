"""Shows what sampled softmax learns with and without logQ, by exact enumeration."""

import numpy as np


def expected_gradient(scores, p, q, n, fixed, mask_repeats=False):
    """One positive from p, n negatives from q: every case, weighted by its probability."""
    V = len(p)
    drawn = (
        np.indices((V,) * (n + 1)).reshape(n + 1, -1).T
    )  # (cases, 1 + n), positive first
    chance = p[drawn[:, 0]] * q[drawn[:, 1:]].prod(axis=1)
    logits = scores[drawn] - fixed * np.log(q)[drawn]
    if mask_repeats:  # of the positive among the negatives
        logits[:, 1:][drawn[:, 1:] == drawn[:, :1]] = -np.inf
    softmax = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    softmax[:, 0] -= 1  # the positive is pulled
    return np.bincount(drawn.ravel(), (chance[:, None] * softmax).ravel(), V)


def show(name, gradient):
    print(f"{name:27}", *[f"{value:6.3f}" for value in gradient.round(3) + 0.0])


p = np.array([0.40, 0.30, 0.20, 0.10])  # what this user wants
q = np.array([0.70, 0.15, 0.10, 0.05])  # what is popular, so what the batch holds
nowhere, everywhere, only_negatives = np.zeros(4), np.ones(4), np.array([0, 1, 1, 1])
true, relative = np.log(p), np.log(p / q)
print("expected gradient for items A to D, 3 negatives, scores log p")
show("no correction", expected_gradient(true, p, q, 3, nowhere))
show("logQ on the negatives only", expected_gradient(true, p, q, 3, only_negatives))
show("logQ on all", expected_gradient(true, p, q, 3, everywhere))
show("logQ on all, repeats masked", expected_gradient(true, p, q, 3, everywhere, True))
print("scores log p/q")
show("no correction", expected_gradient(relative, p, q, 3, nowhere))
print("scores 0, an untrained model")
for n in (1, 3, 7):
    fixed = np.ones(n + 1)
    show(f"logQ on all, n = {n}", expected_gradient(0 * p, p, q, n, fixed))
show("full softmax", 1 / 4 - p)
