"""Shows inverted dropout: scaled in training, nothing to do at test time."""

from itertools import product

import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x
    return np.where(rng.random(x.shape) < p, 0, x / (1 - p))


def mean_over_masks(network, x, p):
    """The exact mean over all 2^d masks, each weighted by its probability."""
    total = 0
    for kept in product([0, 1], repeat=len(x)):
        probability = np.prod(np.where(kept, 1 - p, p))
        total += probability * network(kept * x / (1 - p))
    return total


x, w, p = np.array([1.0, 2.0, 3.0]), np.array([2.0, -3.0, 1.0]), 0.4

print("one draw: ", np.round(dropout(x, p, np.random.default_rng(0)), 2))
print("test time:", dropout(x, p, None, training=False))
print("mean over all 8 thinned networks, against one pass at test time")
for name, network in (
    ("linear", lambda h: w @ h),
    ("ReLU  ", lambda h: (w @ h).clip(0)),
):
    print(f"{name} {mean_over_masks(network, x, p) + 0.0:6.2f} {network(x):6.2f}")
print(f"scaled again at test: {(1 - p) * (w @ x):.2f} where {w @ x:.2f} is right")
