"""Shows a jump at a threshold: three estimates, and what steering the score does."""

import numpy as np

EFFECT = 1.0


def simulate(rng, runs, steered):
    x = rng.normal(size=(runs, 4_000))  # the score; treatment from 0 upwards
    taste = rng.normal(size=x.shape)
    if steered:  # the keen who miss narrowly find a way across
        x = np.where((abs(x + 0.1) < 0.1) & (taste > 0), -x, x)
    y = x + x**3 + EFFECT * (x >= 0) + taste
    return x, y


def intercept(x, y, keep):  # at 0, of a line fitted to the rows kept
    n, sx, sxx, sy, sxy = ((keep * v).sum(1) for v in (1, x, x**2, y, x * y))
    return (sxx * sy - sx * sxy) / (n * sxx - sx**2)


def jump(x, y, width):
    near = abs(x) < width
    return intercept(x, y, near & (x >= 0)) - intercept(x, y, near & (x < 0))


def means(x, y):
    return y[x >= 0].mean() - y[x < 0].mean()


print(f"true effect {EFFECT:.1f}; means over 200 data sets")
print("steered   means   line, all   line, |x| < 0.5   rows just above per below")
for steered in (False, True):
    x, y = simulate(np.random.default_rng(0), 200, steered)
    below, above = np.histogram(x, (-0.2, 0, 0.2))[0]
    line = f"{means(x, y):12.2f} {jump(x, y, np.inf).mean():11.2f}"
    print(f"{steered!s:7s} {line} {jump(x, y, 0.5).mean():17.2f} {above / below:27.2f}")
