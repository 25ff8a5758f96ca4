"""Shows what a causal sliding window costs, and how far it sees through the layers."""

import numpy as np


def window_mask(n, window, sinks=0):
    distance = np.arange(n)[:, None] - np.arange(n)  # query minus key
    return (distance >= 0) & ((distance < window) | (np.arange(n) < sinks))


def reach(mask, layers):
    seen = np.eye(len(mask), dtype=bool)
    for _ in range(layers):
        seen = mask @ seen  # logical or of what my keys' inputs had seen
    return seen[-1].sum()


n, window = 256, 16
print("pairs, causal:", window_mask(n, n).sum())
print("pairs, window 16:", window_mask(n, window).sum())
print("pairs, window 16 and 4 first tokens:", window_mask(n, window, 4).sum())
for layers in (1, 2, 4, 16):
    seen = reach(window_mask(n, window), layers)
    print(f"{layers:2d} layers: the last token can depend on {seen} tokens")
