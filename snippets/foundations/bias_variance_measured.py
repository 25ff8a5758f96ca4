"""Shows bias, variance and noise, measured on redrawn training sets, adding up."""

import numpy as np
from numpy.polynomial.legendre import legvander


def truth(x):
    return np.sin(3 * x)


def labels(x, shape, noise, rng):
    return truth(x) + noise * rng.standard_normal(shape)


def decompose(degree, n, noise, rng, sets=2000):
    x = rng.uniform(-1, 1, (sets, n))  # every row is one training set
    y = labels(x, x.shape, noise, rng)
    powers = legvander(x, degree)  # (sets, n, degree + 1)
    transposed = powers.swapaxes(1, 2)
    weights = np.linalg.solve(transposed @ powers, transposed @ y[..., None])

    new = rng.uniform(-1, 1, 500)
    predictions = (legvander(new, degree) @ weights)[..., 0]  # (sets, new)
    bias = predictions.mean(axis=0) - truth(new)
    miss = predictions - labels(new, predictions.shape, noise, rng)
    return (bias**2).mean(), predictions.var(axis=0).mean(), (miss**2).mean()


NOISE = 0.3
print("degree   bias²  variance  noise    sum  test error")
for degree in (0, 1, 3, 5, 7):
    rng = np.random.default_rng(0)
    bias2, variance, test_error = decompose(degree, 40, NOISE, rng)
    total = bias2 + variance + NOISE**2
    print(
        f"{degree:6d} {bias2:7.3f} {variance:9.3f} {NOISE**2:6.3f}"
        f" {total:6.3f} {test_error:11.3f}"
    )
