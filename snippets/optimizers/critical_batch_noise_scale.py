"""Shows the gradient noise scale: estimated from two batch sizes, and what it predicts."""

import numpy as np


def noise_scale(small_norms, large_norms, small, large):
    # E|g_B|² = |G|² + tr(S) / B: two batch sizes give two equations
    a, b = np.mean(small_norms), np.mean(large_norms)
    squared_gradient = (large * b - small * a) / (large - small)
    trace = (a - b) / (1 / small - 1 / large)
    return trace / squared_gradient


def progress(batch, scale):  # of one update at its best lr, relative to no noise
    return 1 / (1 + scale / batch)


rng = np.random.default_rng(0)
true_gradient = np.full(100, 0.1)  # |G|² = 1; unit noise, so tr(S) = 100
truth = 100 / np.sum(true_gradient**2)


def batch_norms(batch, draws=400):
    noise = rng.normal(size=(draws, 100)) / np.sqrt(batch)
    return np.sum((true_gradient + noise) ** 2, axis=1)


estimate = noise_scale(batch_norms(16), batch_norms(512), 16, 512)
print(f"noise scale: true {truth:.0f}, estimated {estimate:.0f}")
print("batch / scale   updates   examples   (relative to the least possible)")
for ratio in (0.1, 0.5, 1, 2, 10):
    updates = 1 / progress(ratio, 1)
    examples = ratio * updates
    print(f"{ratio:13} {updates:9.1f} {examples:10.1f}")
