"""Shows what strata buy before and after the assignment of users."""

import numpy as np


def difference(y, t):
    n = t.sum(1)
    return (y * t).sum(1) / n - (y * ~t).sum(1) / (t.shape[1] - n)


def post_stratified(y, t, stratum):  # y, t: (tests, users), stratum: (users,)
    total = 0
    for s in np.unique(stratum):
        rows = stratum == s
        total += rows.mean() * difference(y[:, rows], t[:, rows])
    return total


def complete(rng, tests, users):  # half of the users treated, exactly
    return rng.permuted(np.tile(np.arange(users) % 2 == 0, (tests, 1)), axis=1)


rng = np.random.default_rng(0)
stratum = np.repeat([0, 1, 2], [140, 40, 20])  # free, paid, business
y = rng.normal(np.array([1, 4, 9])[stratum], 2, (4000, 200))
by_chance = complete(rng, 4000, 200)
by_stratum = np.hstack([complete(rng, 4000, n) for n in (140, 40, 20)])

raw = difference(y, by_chance).var()
print(f"share of variance between strata: {1 - 4 / y.var():.2f}")
later = post_stratified(y, by_chance, stratum)
print(f"random, post-stratified:       variance x {later.var() / raw:.2f}")
before = difference(y, by_stratum)
print(f"stratified, plain difference:  variance x {before.var() / raw:.2f}")
