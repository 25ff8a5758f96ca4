"""Shows Wilson's interval for a proportion, and how often each interval is right."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import binom, norm

Z = norm.ppf(0.975)


def wald(hits, n):
    p = hits / n
    margin = Z * np.sqrt(p * (1 - p) / n)
    return p - margin, p + margin


def wilson(hits, n):  # all p with |hits/n - p| <= Z sqrt(p (1 - p) / n)
    p, extra = hits / n, Z**2 / n
    centre = (p + extra / 2) / (1 + extra)
    margin = Z * np.sqrt(p * (1 - p) / n + extra / (4 * n)) / (1 + extra)
    return centre - margin, centre + margin


def coverage(interval, n, p):
    """Exact: the probability that the interval of a random sample contains p."""
    hits = np.arange(n + 1)
    low, high = interval(hits, n)
    return binom.pmf(hits, n, p) @ ((low <= p) & (p <= high))


for hits, n in ((0, 50), (48, 50), (450, 500)):
    bounds = ", ".join(
        f"{f.__name__} {f(hits, n)[0] + 0.0:.3f} to {f(hits, n)[1]:.3f}"
        for f in (wald, wilson)
    )
    print(f"{hits:3d} of {n}: {bounds}")
p = np.linspace(0.005, 0.995, 199)
covered = [[coverage(f, 50, q) for q in p] for f in (wald, wilson)]
print(f"coverage with 50 examples at p = {p[3]:.2f}:", end=" ")
print(f"wald {covered[0][3]:.2f}, wilson {covered[1][3]:.2f}")
print("mean coverage: wald {:.3f}, wilson {:.3f}".format(*np.mean(covered, axis=1)))

plt.plot(p, covered[0], label="Wald")
plt.plot(p, covered[1], label="Wilson")
plt.ylim(0.5, 1)
plt.xlabel("true proportion, 50 examples")
plt.ylabel("coverage of the 95 % interval")
plt.legend()
plt.show()
