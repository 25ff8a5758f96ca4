"""Shows what the best-looking of twenty segments is worth, when all have one effect."""

import numpy as np
from scipy.stats import chi2

TESTS, SEGMENTS = 20_000, 20


def look_at_segments(effect, rng):
    # z of each segment, equal sizes; effect in standard errors of the whole test
    return effect / np.sqrt(SEGMENTS) + rng.normal(size=(TESTS, SEGMENTS))


def heterogeneity_p(z):  # Cochran's Q: one test, do the effects differ at all?
    q = np.sum((z - z.mean(axis=1, keepdims=True)) ** 2, axis=1)
    return chi2.sf(q, SEGMENTS - 1)


rng = np.random.default_rng(0)
for effect in (0, 2.8):
    z, again = look_at_segments(effect, rng), look_at_segments(effect, rng)
    best, rows = z.argmax(axis=1), np.arange(TESTS)
    print(f"same effect everywhere, {effect} standard errors of the whole test")
    some = np.mean(np.any(np.abs(z) > 1.96, axis=1))
    print(f"  some segment significant {100 * some:.0f} %,", end=" ")
    print(f"some estimate negative {100 * np.mean(z.min(axis=1) < 0):.0f} %")
    print(f"  best segment: z {z[rows, best].mean():.1f},", end=" ")
    print(f"in new data {abs(again[rows, best].mean()):.1f};", end=" ")
    print(f"Q rejects {100 * np.mean(heterogeneity_p(z) < 0.05):.0f} %")
