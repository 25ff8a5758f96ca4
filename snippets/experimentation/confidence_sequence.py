"""Shows a confidence sequence, which covers at all times, beside the usual interval."""

import matplotlib.pyplot as plt
import numpy as np

PATHS, N, ALPHA, TRUTH = 1_000, 3_000, 0.05, 1.0
TAU = 0.1  # of the mixture N(0, TAU²): narrowest where the standard error is TAU / 2.9


def radius(variance):  # of a mean with this variance: the mSPRT, inverted
    total = variance + TAU**2
    log_term = 2 * np.log(1 / ALPHA) + np.log(total / variance)
    return np.sqrt(variance * total / TAU**2 * log_term)


def running(x):  # (paths, n): means, and the variance of a draw estimated so far
    n = np.arange(1, N + 1)
    mean = np.cumsum(x, axis=1) / n
    return mean, np.cumsum(x**2, axis=1) / n - mean**2


def ever_misses(mean, width, start):  # at some n from start on
    return np.mean(np.any(np.abs(mean - TRUTH)[:, start - 1 :] > width, axis=1))


rng = np.random.default_rng(0)
n = np.arange(1, N + 1)
normal, skewed = rng.normal(TRUTH, 1, (PATHS, N)), rng.exponential(TRUTH, (PATHS, N))
print("share of paths that miss the truth at some n from the start on")
for name, x in (("normal", normal), ("exponential", skewed)):
    mean, estimated = running(x)
    for start in (10, 500):
        usual = ever_misses(mean, 1.96 / np.sqrt(n[start - 1 :]), start)
        exact = ever_misses(mean, radius(1 / n[start - 1 :]), start)
        plug_in = ever_misses(mean, radius((estimated / n)[:, start - 1 :]), start)
        print(f"{name:11} start {start:3d}: usual {100 * usual:2.0f} %,", end=" ")
        print(f"sequence {100 * exact:.0f} %, variance estimated {100 * plug_in:.0f} %")
for size in (50, 500, 3_000):
    ratio = radius(1 / size) / (1.96 / np.sqrt(size))
    print(f"n = {size}: {ratio:.2f} times as wide as usual")

path = np.cumsum(normal[0]) / n
plt.semilogx(n[9:], path[9:], label="running mean", color="C0")
widths = {"usual": 1.96 / np.sqrt(n), "sequence": radius(1 / n)}
for (label, width), colour in zip(widths.items(), ("C1", "C2"), strict=True):
    plt.plot(n[9:], (path + width)[9:], color=colour, label=label)
    plt.plot(n[9:], (path - width)[9:], color=colour)
plt.axhline(TRUTH, color="C3", linestyle="--", label="truth")
plt.xlabel("observations so far")
plt.ylabel("mean and interval")
plt.legend()
plt.show()
