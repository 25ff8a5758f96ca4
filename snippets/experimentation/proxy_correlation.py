"""Shows a proxy that agrees with the target across past tests by noise alone."""

import numpy as np


def estimated_effects(rng, tests, true_cov, noise_cov):  # each: (tests, 2)
    true = rng.normal(size=(tests, 2)) @ np.linalg.cholesky(true_cov).T
    return true + rng.normal(size=(tests, 2)) @ np.linalg.cholesky(noise_cov).T


def correlation(cov):
    return cov[0, 1] / np.sqrt(cov[0, 0] * cov[1, 1])


def covariance(sd, r):  # of two effects with the same sd and correlation r
    return sd**2 * np.array([[1, r], [r, 1]])


rng = np.random.default_rng(0)
noise = covariance(1.0, 0.8)  # both metrics come from the same users
print("true r   estimates   denoised")
for r in (0.2, -0.5, 0.8):
    effects = estimated_effects(rng, 20_000, covariance(0.7, r), noise)
    seen = np.cov(effects, rowvar=False)
    print(f"{r:6.1f}{correlation(seen):11.1f}{correlation(seen - noise):11.1f}")
