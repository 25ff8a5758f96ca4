"""Shows testing in a fixed order, each at the full level, until the first failure."""

import numpy as np
from scipy.special import ndtr

TESTS, LEVEL = 100_000, 0.05


def gated(p):  # (TESTS, metrics), in the order fixed before the data
    return np.logical_and.accumulate(p <= LEVEL, axis=1)


def holm(p):
    order = np.argsort(p, axis=1)
    thresholds = LEVEL / np.arange(p.shape[1], 0, -1)
    passed = np.take_along_axis(p, order, axis=1) <= thresholds
    rejected = np.logical_and.accumulate(passed, axis=1)
    return np.take_along_axis(rejected, np.argsort(order, axis=1), axis=1)


rng = np.random.default_rng(0)
RULES = {"each at 0.05": lambda p: p <= LEVEL, "Holm": holm, "in order": gated}
for shifts in ([0, 0, 0], [3, 0, 0], [3, 3, 0], [0, 3, 3]):
    p = 2 * ndtr(-np.abs(rng.normal(shifts, 1, (TESTS, 3))))
    null = np.array(shifts) == 0
    print(f"mean z {shifts}")
    for name, rule in RULES.items():
        found = rule(p)
        any_false = 100 * np.mean(found[:, null].any(axis=1))
        print(f"  {name:12} some false {any_false:4.1f} %, found", end="")
        shares = found[:, ~null].mean(axis=0)
        print(*[f" {100 * share:2.0f} %" for share in shares] or " -")
