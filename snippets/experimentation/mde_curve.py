"""Shows power against the true lift, and the lift that each size detects."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

RATE = 0.05


def power(lift, n, alpha=0.05):  # lift: relative to RATE; n users in each arm
    shift = RATE * lift / np.sqrt(2 * RATE * (1 - RATE) / n)
    limit = norm.isf(alpha / 2)
    return norm.sf(limit - shift) + norm.cdf(-limit - shift)


def detectable_lift(n, alpha=0.05, goal=0.8):
    z = norm.isf(alpha / 2) + norm.ppf(goal)
    return z * np.sqrt(2 * RATE * (1 - RATE) / n) / RATE


lifts = np.linspace(0, 0.3, 301)
for n in (5_000, 20_000, 80_000, 320_000):
    mde = detectable_lift(n)
    print(f"{n:7,} an arm: detects {100 * mde:4.1f} %", end=", ")
    print(f"half of that lift with power {power(mde / 2, n):.2f}")
    plt.plot(100 * lifts, power(lifts, n), label=f"{n:,} users an arm")
plt.axhline(0.8, color="C5", linestyle="--", label="power 0.8")
plt.xlabel("true relative lift, %")
plt.ylabel("chance of a significant result")
plt.legend()
plt.show()
