"""Shows double descent with minimum-norm fits, and how a tuned ridge removes it."""

import matplotlib.pyplot as plt
import numpy as np


def smoothers(train, new, ridges):
    """For each ridge the matrix (new, n) that turns labels into predictions."""
    u, s, vt = np.linalg.svd(train, full_matrices=False)
    along = new @ vt.T
    return [along * (s / (s**2 + ridge)) @ u.T for ridge in ridges]  # 0: least norm


def one_draw(width, ridges, rng, n=40, new=200, inputs=10, noise=0.5):
    x = rng.standard_normal((n + new, inputs))
    signal = x.sum(axis=1) / np.sqrt(inputs)  # variance 1
    hidden = (x @ rng.standard_normal((inputs, width))).clip(0) / np.sqrt(width)
    labels = signal[:n] + noise * rng.standard_normal(n)
    matrices = np.array(smoothers(hidden[:n], hidden[n:], ridges))
    errors = ((matrices @ labels - signal[n:]) ** 2).mean(axis=1)
    effective = n * (matrices[0] ** 2).sum(axis=1).mean()
    return *errors, effective


widths = np.array([2, 5, 10, 20, 30, 40, 50, 60, 100, 300])
ridges = np.array([0, 0.01, 0.1, 1, 10])
rng = np.random.default_rng(0)
draws = [[one_draw(width, ridges, rng) for _ in range(15)] for width in widths]
least_norm, *ridged, effective = np.median(draws, axis=1).T  # each: one per width
tuned = np.min(ridged, axis=0)

print("40 examples; predicting 0 has error 1; medians of 15 draws")
print("features  least norm  effective  tuned ridge")
for width, free, used, best in zip(widths, least_norm, effective, tuned):
    print(f"{width:8d} {free:11.2f} {used:10.0f} {best:12.2f}")

plt.loglog(widths, least_norm, "o-", label="least norm")
plt.loglog(widths, tuned, "s-", label="tuned ridge")
plt.xlabel("number of random features, 40 examples")
plt.ylabel("test error")
plt.legend()
plt.show()
