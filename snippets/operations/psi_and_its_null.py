"""Shows how large the population stability index is when nothing has changed."""

import numpy as np
from scipy.stats import chi2, norm

BINS = 10


def psi(reference, current):
    """From counts, the last axis are the bins; an empty bin counts as half a row."""
    a, b = np.maximum(reference, 0.5), np.maximum(current, 0.5)
    a, b = a / a.sum(-1, keepdims=True), b / b.sum(-1, keepdims=True)
    return ((b - a) * np.log(b / a)).sum(-1)


def threshold(n, m, bins=BINS, alpha=0.05):  # without drift, PSI exceeds it this often
    return chi2.isf(alpha, bins - 1) * (1 / n + 1 / m)


def without_drift(rows, rng, draws=20_000):
    return psi(*rng.multinomial(rows, np.full(BINS, 1 / BINS), size=(2, draws)))


def shifted_normal(delta, bins):  # exact: deciles (or other bins) of N(0, 1)
    edges = norm.ppf(np.linspace(0, 1, bins + 1))
    p, q = np.diff(norm.cdf(edges)), np.diff(norm.cdf(edges - delta))
    return ((q - p) * np.log(q / p)).sum()


rng = np.random.default_rng(0)
print("no drift        PSI above 0.2   5 % threshold rejects")
print("rows    mean     share           at       share")
for rows in (50, 100, 1_000, 10_000):
    drawn, limit = without_drift(rows, rng), threshold(rows, rows)
    print(f"{rows:6,} {drawn.mean():7.4f} {np.mean(drawn > 0.2):6.0%}", end="")
    print(f"       {limit:9.4f} {np.mean(drawn > limit):9.1%}")
print(f"100,000 against 500 rows: 5 % threshold {threshold(100_000, 500):.4f}")
print("mean shifted by half a standard deviation, no sampling noise")
for bins in (5, 10, 20, 100):
    print(f"{bins:4} bins: PSI {shifted_normal(0.5, bins):.3f}")
