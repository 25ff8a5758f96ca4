"""Shows what optimising a proxy gains: its correlation times what the goal could."""

import numpy as np


def gains(correlation, top=0.01, n=200_000, seed=0):
    """Mean proxy and mean goal of the best by proxy; mean goal of the best by goal."""
    rng = np.random.default_rng(seed)
    goal, noise = rng.normal(size=(2, n))
    proxy = correlation * goal + np.sqrt(1 - correlation**2) * noise
    k = int(top * n)
    chosen = np.argsort(proxy)[-k:]
    return proxy[chosen].mean(), goal[chosen].mean(), np.sort(goal)[-k:].mean()


print("correlation  proxy gains  goal gains  goal could gain")
for correlation in (0.9, 0.5, 0.1, -0.2):
    proxy, goal, possible = gains(correlation)
    print(f"{correlation:11} {proxy:12.1f} {goal:11.1f} {possible:16.1f}")
