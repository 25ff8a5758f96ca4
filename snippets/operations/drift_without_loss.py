"""Shows drift that costs nothing, and a loss that no test of the inputs can see."""

import numpy as np
from scipy.special import expit
from scipy.stats import ks_2samp

ROWS = 500
MODEL = np.array([2.0, 1.0])  # the true weights of two features when it was trained


def world(rng, shift=0.0, weights=MODEL):
    x = rng.normal(size=(ROWS, 2)) + np.array([shift, 0])
    return x, rng.random(ROWS) < expit(x @ weights)


def mmd_p(a, b, rng, shuffles=99):
    pooled = np.vstack([a, b])
    squared = ((pooled[:, None] - pooled) ** 2).sum(-1)
    kernel = np.exp(-squared / np.median(squared))
    sign = np.repeat([1.0, -1.0], len(a))
    signs = np.vstack([sign, rng.permuted(np.tile(sign, (shuffles, 1)), axis=1)])
    values = ((signs @ kernel) * signs).sum(1)
    return np.mean(values >= values[0])


def errors(x, y):
    return np.mean((x @ MODEL > 0) != y)


def residuals(x, y):
    return y - expit(x @ MODEL)


rng = np.random.default_rng(0)
x0, y0 = world(rng)
print("                        p-value of                error")
print("what changes          KS (x1)  MMD (x)  MMD (x, residual)   rate")
for name, shift, weights in (
    ("nothing", 0, MODEL),
    ("inputs, easier", 1.5, MODEL),
    ("weight of x2 flips", 0, MODEL * [1, -1]),
):
    x, y = world(rng, shift, weights)
    pairs = [np.column_stack([u, residuals(u, v)]) for u, v in ((x0, y0), (x, y))]
    p = [ks_2samp(x0[:, 0], x[:, 0]).pvalue, mmd_p(x0, x, rng), mmd_p(*pairs, rng)]
    print(f"{name:20} {p[0]:8.2f} {p[1]:8.2f} {p[2]:12.2f} {errors(x, y):14.3f}")
