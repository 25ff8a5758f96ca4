"""Shows the contrastive loss on pairs, and how hard each pair pulls or pushes."""

import numpy as np


def contrastive(a, b, same, margin):  # a, b: (n, d); same: (n,), 1 or 0
    distance = np.linalg.norm(a - b, axis=1)
    gap = (margin - distance).clip(0)
    return (same * distance**2 + (1 - same) * gap**2) / 2


def gradient(a, b, same, margin):  # with respect to a; with respect to b it is opposite
    same, difference = same[:, None], a - b
    distance = np.linalg.norm(difference, axis=1, keepdims=True)
    apart = distance > 0  # at distance 0 there is no direction: take the sub-gradient 0
    direction = np.divide(difference, distance, np.zeros(a.shape), where=apart)
    gap = (margin - distance).clip(0)
    return same * difference - (1 - same) * gap * direction


a = np.array([0.0, 0.1, 0.5, 0.9, 1.5])[:, None] * [0.6, 0.8]
b = np.zeros_like(a)
print("distance   same: loss  force   different: loss  force")
for row in range(5):
    print(f"{np.linalg.norm(a[row]):8.1f}", end="")
    for same in (1, 0):
        pair = a[row : row + 1], b[row : row + 1], np.array([same])
        loss = contrastive(*pair, margin=1)[0]
        force = np.linalg.norm(gradient(*pair, margin=1))
        print(f"{loss:13.3f} {force:7.2f}", end="")
    print()
