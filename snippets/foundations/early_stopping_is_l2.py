"""Shows early stopping and ridge as two filters: alike, but not the same."""

import matplotlib.pyplot as plt
import numpy as np


def stopped(x):  # x: curvature × time of gradient descent from 0, tiny steps
    return -np.expm1(-x)


def ridge(x):  # the penalty is 1 / time
    return x / (1 + x)


def risk(filters, curvature, signal, noise):
    """Squared bias plus variance of the coefficients; noise: that of least squares."""
    return ((1 - filters) ** 2 @ signal**2) + filters**2 @ (noise / curvature)


curvature = 1 / np.arange(1, 51) ** 2.0  # eigenvalues of X'X / n
signal = np.ones(50)
times = np.geomspace(1, 10**5, 101)
flow, penalty = (
    np.array([risk(learned(curvature * t), curvature, signal, 0.002) for t in times])
    for learned in (stopped, ridge)
)

print("curvature x time  stopped  ridge")
for x in (0.1, 1.0, 3.0, 10.0):
    print(f"{x:16.1f} {stopped(x):8.3f} {ridge(x):6.3f}")
print(f"lowest risk: stopped {flow.min():.1f}, ridge {penalty.min():.1f}")
print(f"risk after long training: {flow[-1]:.1f}")
print(f"largest ratio of the risks at equal time: {(flow / penalty).max():.2f}")
worst = (stopped(times) / ridge(times)).max()
print(f"largest ratio of the filters {worst:.4f}, squared {worst**2:.2f}")

plt.semilogx(times, flow, label="early stopping")
plt.semilogx(times, penalty, "--", label="ridge, penalty 1 / time")
plt.xlabel("training time")
plt.ylabel("risk")
plt.legend()
plt.show()
