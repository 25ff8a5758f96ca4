"""Shows that shuffling labels tests equal distributions, not equal means."""

import numpy as np


def difference(
    values, treated
):  # values: (tests, n), treated: (n, shuffles) of 0 and 1
    n_b = treated.sum(0)
    n_a = len(treated) - n_b
    b, a = values @ treated / n_b, values @ (1 - treated) / n_a
    return b - a  # (tests, shuffles)


def studentised(values, treated):
    n_b = treated.sum(0)
    n_a = len(treated) - n_b
    b, a = values @ treated / n_b, values @ (1 - treated) / n_a
    var_b = (values**2 @ treated / n_b - b**2) / (n_b - 1)
    var_a = (values**2 @ (1 - treated) / n_a - a**2) / (n_a - 1)
    return (b - a) / np.sqrt(var_a + var_b)


def p_values(statistic, values, treated, rng, shuffles=199):
    labels = np.stack([rng.permutation(treated) for _ in range(shuffles)], axis=1)
    seen = abs(statistic(values, treated[:, None]))
    as_large = (abs(statistic(values, labels)) >= seen).sum(1)
    return (1 + as_large) / (1 + shuffles)  # the observed labels count as one shuffle


rng = np.random.default_rng(0)
treated = np.repeat([0.0, 1.0], [90, 10])
for sd in (1, 3):
    values = rng.normal(0, np.where(treated == 1, sd, 1), (4_000, 100))
    for statistic in (difference, studentised):
        p = p_values(statistic, values, treated, rng)
        print(f"sd 1 and {sd}, equal means, {statistic.__name__}", end=": ")
        print(f"false positives {(p <= 0.05).mean():.2f}")
