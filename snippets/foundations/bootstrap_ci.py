"""Shows a bootstrap interval for a mean, and how often it contains the truth."""

import numpy as np


def percentile_bootstrap(values, rng, resamples=1000, level=0.95):
    """Intervals for the means of the rows of `values`: (data sets, n)."""
    n = values.shape[1]
    counts = rng.multinomial(n, np.full(n, 1 / n), resamples)  # how often each is drawn
    means = values @ counts.T / n  # (data sets, resamples)
    tail = (1 - level) / 2
    return np.quantile(means, [tail, 1 - tail], axis=1)


def coverage(draw, truth, n, rng, sets=2000):
    low, high = percentile_bootstrap(draw((sets, n)), rng)
    return ((low <= truth) & (truth <= high)).mean()


rng = np.random.default_rng(0)
print("share of 95 % intervals that contain the true mean")
print("   n  symmetric  long tail")
for n in (10, 30, 100, 300):
    symmetric = coverage(rng.standard_normal, 0, n, rng)
    tail = coverage(lambda size: np.exp(rng.standard_normal(size)), np.exp(0.5), n, rng)
    print(f"{n:4d} {symmetric:10.2f} {tail:10.2f}")
