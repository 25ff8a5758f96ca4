"""Shows the mixture test: a statistic that a loss can elicit survives mixing equals."""

import numpy as np


def mean_of_worst_half(y):  # expected shortfall at 50 %
    return np.sort(y)[len(y) // 2 :].mean()


def survives_mixing(statistic, first, second):
    """Equal on both samples of equal size, hence equal on their union?"""
    assert np.isclose(statistic(first), statistic(second))
    mixed = statistic(np.concatenate([first, second]))
    return bool(np.isclose(mixed, statistic(first))), float(mixed)


# name: statistic and two samples on which it is the same
cases = {
    "mean": (np.mean, [0, 0, 3, 9], [2, 3, 3, 4]),
    "median": (np.median, [-9, 1, 3, 4, 4], [2, 3, 3, 8, 9]),
    "variance": (np.var, [0, 0, 2, 2], [6, 6, 8, 8]),
    "mean of worst half": (mean_of_worst_half, [4, 4, 4, 4], [0, 0, 0, 8]),
}

print("statistic             of each   of the mixture")
for name, (statistic, first, second) in cases.items():
    survives, mixed = survives_mixing(statistic, first, second)
    verdict = "equal" if survives else "differs: no loss elicits it alone"
    print(f"{name:20} {statistic(first):8.1f} {mixed:8.1f}  {verdict}")
