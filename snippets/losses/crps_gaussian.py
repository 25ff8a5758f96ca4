"""Shows CRPS three ways: closed form, twice the integral of pinball losses, samples."""

import numpy as np
from scipy.stats import norm


def crps_gaussian(y, mean, sigma):
    z = (y - mean) / sigma
    inner = z * (2 * norm.cdf(z) - 1) + 2 * norm.pdf(z) - 1 / np.sqrt(np.pi)
    return sigma * inner


def crps_from_quantiles(y, quantiles):  # at the midpoints of equal steps of tau
    tau = (np.arange(len(quantiles)) + 0.5) / len(quantiles)
    e = quantiles - y
    return 2 * np.mean(np.maximum(-tau * e, (1 - tau) * e))


def crps_from_samples(y, samples):  # E|X - y| - E|X - X'| / 2 over distinct pairs
    n = len(samples)
    pairs = np.abs(samples[:, None] - samples).sum() / (n * (n - 1))
    return np.mean(np.abs(samples - y)) - pairs / 2


tau = (np.arange(10_000) + 0.5) / 10_000
samples = np.random.default_rng(0).normal(size=2_000)
print("target   closed form   pinball   samples   NLL   forecast N(0, 1)")
for y in (0.0, 1.0, 3.0, 10.0):
    print(
        f"{y:6.1f} {crps_gaussian(y, 0, 1):12.3f}"
        f" {crps_from_quantiles(y, norm.ppf(tau)):10.3f}"
        f" {crps_from_samples(y, samples):8.1f} {-norm.logpdf(y):7.2f}"
    )
