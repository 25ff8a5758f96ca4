"""Shows that randomising impressions is valid inference for the wrong effect."""

import numpy as np


def one_test(rng, direct, lasting, users=200, impressions=20, tests=2000):
    """Clicks and impressions of both arms; a coin is tossed at each impression."""
    taste = rng.uniform(0.1, 0.6, (tests, users))
    treated = rng.binomial(impressions, 0.5, (tests, users))
    base = taste + lasting * treated / impressions  # what a user got used to
    new = rng.binomial(treated, base + direct).sum(1)
    old = rng.binomial(impressions - treated, base).sum(1)
    n_new = treated.sum(1)
    return new, n_new, old, users * impressions - n_new


def estimate(new, n_new, old, n_old):
    p = (new + old) / (n_new + n_old)
    error = np.sqrt(p * (1 - p) * (1 / n_new + 1 / n_old))
    return new / n_new - old / n_old, error


rng = np.random.default_rng(0)
effect, error = estimate(*one_test(rng, 0, 0))
print(f"no effect: {np.mean(abs(effect) / error > 1.96):.1%} false positives")

effect, error = estimate(*one_test(rng, 0.02, 0.08))
print(f"launch to everyone: {0.02 + 0.08:.2f}; the test says {effect.mean():.2f}")
