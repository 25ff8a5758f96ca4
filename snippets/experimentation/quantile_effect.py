"""Shows a bootstrap interval for a difference of p95s without resampling the data."""

import numpy as np


def bootstrap_quantiles(ordered, q, draws, rng):
    # the k-th of n uniforms is Beta(k, n + 1 - k): it says which order statistic
    # is the k-th smallest of a resample
    n = ordered.shape[-1]
    k = int(np.ceil(q * n))
    index = (n * rng.beta(k, n + 1 - k, draws)).astype(int)
    return ordered[..., index]


def interval(a, b, q, rng, draws=500):
    a, b = np.sort(a), np.sort(b)
    gaps = bootstrap_quantiles(b, q, draws, rng) - bootstrap_quantiles(a, q, draws, rng)
    return np.quantile(gaps, [0.025, 0.975], axis=-1)


def requests(users, each, shared, shift, tests, rng):  # (tests, users * each)
    user = rng.normal(0, np.sqrt(shared), (tests, users, 1))
    own = rng.normal(0, np.sqrt(1 - shared), (tests, users, each))
    return np.exp(5 + shift + user + own).reshape(tests, -1)  # milliseconds


rng = np.random.default_rng(0)
p95 = np.exp(5 + 1.645)
truth = p95 * (np.exp(-0.1) - 1)  # treatment is a tenth faster at every quantile
print(f"p95 {p95:.0f} ms, true change {truth:.0f} ms")
for shared in (0.0, 0.5):
    a = requests(200, 10, shared, 0.0, 500, rng)
    b = requests(200, 10, shared, -0.1, 500, rng)
    low, high = interval(a, b, 0.95, rng)
    covered = ((low < truth) & (truth < high)).mean()
    print(f"share of variance between users {shared}: coverage {covered:.2f}")
