"""Shows a correction that uses the metrics' correlation: permute, keep the largest."""

import numpy as np

USERS, METRICS, SHUFFLES, TESTS = 100, 20, 399, 1_000  # half of the users in each arm


def z_scores(values, arms):
    # values: (users, metrics); arms: (…, users) of ±1; z of the difference of the means
    centred = values - values.mean(axis=0)
    return arms @ centred / np.sqrt(np.sum(centred**2, axis=0))


def p_of_the_largest(values, arm, shuffled):
    # is the most extreme metric more extreme than that of random relabellings?
    largest = np.abs(z_scores(values, arm)).max()
    reference = np.abs(z_scores(values, shuffled)).max(axis=1)
    return (1 + np.sum(reference >= largest)) / (1 + reference.size), largest


rng = np.random.default_rng(0)
arm = np.repeat([1.0, -1.0], USERS // 2)
shuffled = rng.permuted(np.tile(arm, (SHUFFLES, 1)), axis=1)
bonferroni = 3.023  # normal quantile at 0.025 / 20
for rho in (0, 0.9):
    p, largest = np.empty(TESTS), np.empty(TESTS)
    for test in range(TESTS):  # no effect on any metric
        common, own = rng.normal(size=(USERS, 1)), rng.normal(size=(USERS, METRICS))
        values = np.sqrt(rho) * common + np.sqrt(1 - rho) * own
        p[test], largest[test] = p_of_the_largest(values, arm, shuffled)
    print(f"correlation {rho}: any false alarm, Bonferroni", end=" ")
    print(f"{100 * np.mean(largest > bonferroni):.0f} %,", end=" ")
    print(f"permuted maximum {100 * np.mean(p <= 0.05):.0f} %")
