"""Shows an estimate of the squared calibration error that noise does not inflate."""

import numpy as np


def squared_error_of_bins(confidence, correct, bins=10):
    index = (confidence * bins).astype(int).clip(max=bins - 1)
    count = np.bincount(index, minlength=bins)
    kept = count > 1
    error = confidence - correct
    n, gap, squares = (
        np.bincount(index, values, bins)[kept]
        for values in (np.ones(len(index)), error, error**2)
    )
    noise = (squares / n - (gap / n) ** 2) / (n - 1)  # unbiased: variance of gap / n
    plain, debiased = (gap / n) ** 2, (gap / n) ** 2 - noise
    return np.average(plain, weights=n), np.average(debiased, weights=n)


def mean_estimates(offset, n, repeats=1000):  # accuracy is the confidence less `offset`
    rng = np.random.default_rng(0)
    c = rng.uniform(0.5, 1, size=(repeats, n))
    correct = rng.random((repeats, n)) < c - offset
    return np.mean([squared_error_of_bins(*pair) for pair in zip(c, correct)], axis=0)


print("true value     n   plain  debiased")
for offset in (0, 0.1):
    for n in (100, 1000):
        plain, debiased = mean_estimates(offset, n)
        print(f"{offset**2:10.3f} {n:5d} {plain:7.3f} {round(debiased, 3) + 0:9.3f}")
