"""Shows the loss that a classifier must report before its first update."""

import numpy as np
from scipy.special import logsumexp


def loss_at_init(logits):  # (n, classes); the labels know nothing of the logits yet
    return np.mean(logsumexp(logits, axis=1) - logits.mean(axis=1))


def expected(classes, spread=0.0):  # spread: standard deviation of the logits
    return np.log(classes) + spread**2 / 2


for classes in (2, 10, 1000, 50257):
    print(f"{classes:6d} classes, equal logits: {expected(classes):.3f}")

rng = np.random.default_rng(0)
print("50257 classes, spread of the logits: expected, measured")
for spread in (0.5, 1, 2):
    logits = spread * rng.standard_normal((20, classes))
    print(f"{spread:.1f}: {expected(classes, spread):.2f} {loss_at_init(logits):.2f}")

width, std = 768, 0.02  # a normalised hidden state meets a head with weights N(0, std²)
spread = std * np.sqrt(width)
print(
    f"GPT-2's head: spread {spread:.3f}, expected loss {expected(classes, spread):.2f}"
)
