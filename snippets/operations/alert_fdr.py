"""Shows how many false pages a week 200 slices send, under four rules."""

import numpy as np
from scipy.stats import norm

SLICES, BROKEN, SHIFT, DAYS = 200, 5, 4.0, 4_000


def benjamini_hochberg(p, q=0.05):  # rows: days
    ranked = np.sort(p, axis=1)
    below = ranked <= q * np.arange(1, p.shape[1] + 1) / p.shape[1]
    last = below.shape[1] - 1 - below[:, ::-1].argmax(axis=1)
    limit = np.where(below.any(axis=1), ranked[np.arange(len(p)), last], -1)
    return p <= limit[:, None]


RULES = {
    "each p < 0.05": lambda p: p < 0.05,
    "each 3 sigma": lambda p: p < 2 * norm.sf(3),
    "Bonferroni": lambda p: p < 0.05 / p.shape[1],
    "Benjamini–Hochberg": benjamini_hochberg,
}


def p_values(broken, rng):  # a z-score a slice and day, the first few slices have moved
    z = rng.normal(size=(DAYS, SLICES)) + SHIFT * (np.arange(SLICES) < broken)
    return 2 * norm.sf(np.abs(z))


def summary(pages, broken):
    """False pages a week, share of the broken found, false share of a day's pages."""
    false = pages[:, broken:].sum(1)
    share = np.mean(false / np.maximum(pages.sum(1), 1))
    found = pages[:, :broken].mean() if broken else np.nan
    return 7 * false.mean(), found, share


rng = np.random.default_rng(0)
quiet, bad = p_values(0, rng), p_values(BROKEN, rng)
print("                    quiet day         5 of 200 slices broken")
print("                    false a week   false a week   found   false share")
for name, rule in RULES.items():
    alone = summary(rule(quiet), 0)[0]
    week, found, share = summary(rule(bad), BROKEN)
    print(f"{name:20} {alone:10.2f} {week:14.2f} {found:9.0%} {share:11.0%}")
