"""Shows Welch's interval from three numbers an arm, and where the pooled one fails."""

import numpy as np
from scipy.stats import t


def welch(mean, variance, n, level=0.95):  # each argument: (control, treatment)
    gap = mean[1] - mean[0]
    a, b = variance[0] / n[0], variance[1] / n[1]
    df = (a + b) ** 2 / (a**2 / (n[0] - 1) + b**2 / (n[1] - 1))
    half = t.ppf((1 + level) / 2, df) * np.sqrt(a + b)
    return gap - half, gap + half


def pooled(mean, variance, n, level=0.95):  # right only if both variances are equal
    gap, df = mean[1] - mean[0], n[0] + n[1] - 2
    common = ((n[0] - 1) * variance[0] + (n[1] - 1) * variance[1]) / df
    half = t.ppf((1 + level) / 2, df) * np.sqrt(common / n[0] + common / n[1])
    return gap - half, gap + half


def summary(n, mean, sd, rng, tests=20_000):  # of samples from two normal arms
    means = [rng.normal(m, s / np.sqrt(k), tests) for m, s, k in zip(mean, sd, n)]
    variances = [s**2 * rng.chisquare(k - 1, tests) / (k - 1) for s, k in zip(sd, n)]
    return means, variances, n


def coverage(interval, numbers, truth):
    low, high = interval(*numbers)
    return ((low < truth) & (truth < high)).mean()


low, high = welch(mean=(10.0, 10.4), variance=(90.0, 110.0), n=(9_000, 1_000))
print(f"difference 0.40, interval {low:.2f} to {high:.2f}")
rng = np.random.default_rng(0)
for n in ((500, 500), (900, 100), (100, 900)):
    numbers = summary(n, mean=(10, 11), sd=(10, 15), rng=rng)
    print(f"n {n}: Welch covers {coverage(welch, numbers, 1):.2f}", end=", ")
    print(f"pooled {coverage(pooled, numbers, 1):.2f}")
