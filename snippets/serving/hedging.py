"""Shows what a second request after the p95 saves, unless both copies are slow at once."""

import numpy as np


def hedged(first, second, after):  # the earlier of two replies, the second sent late
    return np.min([first, after + second], axis=0)


def correlated_lognormals(rng, draws, correlation):  # median 1
    shared, own = rng.standard_normal((2, draws))
    mixed = correlation * shared + np.sqrt(1 - correlation**2) * own
    return np.exp(shared), np.exp(mixed)


print("correlation  hedge after  extra load   p99  p99.9")
for correlation, q in ((0, 1), (0, 0.95), (0, 0.5), (0.9, 0.95), (1, 0.95)):
    rng = np.random.default_rng(1)
    first, second = correlated_lognormals(rng, 1_000_000, correlation)
    after = np.quantile(first, q)
    reply = hedged(first, second, after)
    p99, p999 = np.quantile(reply, [0.99, 0.999])
    label = f"p{100 * q:.0f}" if q < 1 else "never"
    print(f"{correlation:11.1f} {label:>12s} {1 - q:11.0%} {p99:5.1f} {p999:6.1f}")
