"""Shows a model that is calibrated in total and off in two slices that cancel."""

import numpy as np


def observed_over_expected(p, y):
    """Positives that came over positives that were predicted, and a z-score."""
    expected, variance = p.sum(), (p * (1 - p)).sum()
    return y.sum() / expected, (y.sum() - expected) / np.sqrt(variance)


def by_slice(p, y, group):
    return {g: observed_over_expected(p[group == g], y[group == g]) for g in set(group)}


rng = np.random.default_rng(1)
rows = 60_000
group = rng.choice(["app", "web", "new market"], p=[0.45, 0.45, 0.10], size=rows)
p = rng.beta(2, 18, size=rows)
factor = np.select([group == "app", group == "web"], [1.15, 0.95], 0.55)
y = rng.random(rows) < p * factor
ratio, z = observed_over_expected(p, y)
print(f"{'all':12} observed / expected {ratio:.2f}   z {z:6.1f}")
for name, (ratio, z) in sorted(by_slice(p, y, group).items()):
    print(f"{name:12} observed / expected {ratio:.2f}   z {z:6.1f}")
