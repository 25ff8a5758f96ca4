"""Shows that with enough rows any drift is significant, and a test with a margin."""

import numpy as np
from scipy.stats import kstwobign


def distance(a, b):  # Kolmogorov–Smirnov: largest gap of the two shares
    a, b = np.sort(a), np.sort(b)
    here = np.concatenate([a, b])
    share = [np.searchsorted(x, here, side="right") / x.size for x in (a, b)]
    return np.abs(share[0] - share[1]).max()


def p_value(d, n, m):  # large samples
    return kstwobign.sf(d * np.sqrt(n * m / (n + m)))


def lower_limit(d, n, m, alpha=0.05):  # Massart's bound for each sample, at alpha / 2
    band = [np.sqrt(np.log(4 / alpha) / (2 * rows)) for rows in (n, m)]
    return max(0, d - sum(band))


MARGIN = 0.05  # chosen beforehand: a smaller gap changes nothing that we do
print("shift    rows each      KS        p   at least   alarm: p < 0.05   margin")
for shift in (0.01, 0.3):
    for rows in (1_000, 1_000_000):
        rng = np.random.default_rng(0)
        d = distance(rng.normal(size=rows), rng.normal(shift, size=rows))
        p, least = p_value(d, rows, rows), lower_limit(d, rows, rows)
        print(f"{shift:5} {rows:12,} {d:7.3f} {p:8.0e} {least:10.3f}", end="")
        print(
            f" {'yes' if p < 0.05 else 'no':>17} {'yes' if least > MARGIN else 'no':>8}"
        )
