"""Shows how long CUSUM and a 3-sigma limit wait: for nothing, and for a small shift."""

import numpy as np
from scipy.stats import norm


def cusum(stream, k=0.5, h=4.0):
    """Position of the first alarm for a rise, in standard deviations, or None."""
    total = 0.0
    for i, x in enumerate(stream):
        total = max(0.0, total + x - k)
        if total > h:
            return i
    return None


def cusum_run_length(shift, k, h, nodes=60):
    """Mean number of values until the alarm, from its integral equation."""
    u, weight = np.polynomial.legendre.leggauss(nodes)
    u, weight = (u + 1) * h / 2, weight * h / 2
    states = np.append(0.0, u)  # the total is 0, or somewhere in (0, h)
    step = norm.pdf(u - states[:, None] + k, shift) * weight
    to_zero = norm.cdf(k - states, shift)
    moves = np.column_stack([to_zero, step])
    return np.linalg.solve(np.eye(states.size) - moves, np.ones(states.size))[0]


def limit_run_length(shift, limit):  # alarm whenever one value exceeds the limit
    return 1 / norm.sf(limit - shift)


h = 4.0
same = norm.isf(1 / cusum_run_length(0, 0.5, h))
print(f"one-sided CUSUM, k = 0.5, h = {h:g}; single values above {same:.2f}")
print("shift in sigma   CUSUM   single values")
for shift in (0, 0.5, 1, 2, 3):
    print(f"{shift:14}", end="")
    print(f" {cusum_run_length(shift, 0.5, h):7.1f}", end="")
    print(f" {limit_run_length(shift, same):15.1f}")
print(
    f"40 such charts: a false alarm every {cusum_run_length(0, 0.5, h) / 40:.1f} days"
)
