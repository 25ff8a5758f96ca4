"""Shows Huber's limits, smooth L1, the units of delta, and what Huber estimates."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import norm


def huber(e, delta):
    clipped = np.clip(e, -delta, delta)
    return clipped * (e - clipped / 2)  # e²/2 inside, delta (|e| - delta/2) outside


def smooth_l1(e, beta):
    size = np.abs(e)
    return np.where(size <= beta, e**2 / (2 * beta), size - beta / 2)


def huber_location(y, delta):  # the constant with the smallest mean loss
    def risk(c):
        return np.mean(huber(c - y, delta))

    return minimize_scalar(risk, bounds=(y.min(), y.max()), method="bounded").x


def gaussian_efficiency(delta):  # variance of the mean / variance of Huber's estimate
    inside = 1 - 2 * norm.sf(delta)
    squares = inside - 2 * delta * norm.pdf(delta) + 2 * delta**2 * norm.sf(delta)
    return inside**2 / squares


print("an error of 3: |e| = 3, e²/2 = 4.5")
print(" delta      Huber   Huber / delta   smooth L1")
for delta in (0.001, 0.1, 1.0, 3.0, 100.0):
    h = huber(3.0, delta)
    print(f"{delta:6.3f} {h:10.6f} {h / delta:15.4f} {smooth_l1(3.0, delta):11.4f}")

# the quantiles of Exp(1) stand for the whole distribution: mean 1, median log 2
y = -np.log1p(-(np.arange(20_000) + 0.5) / 20_000)
print("\nExponential(1)   what Huber's loss estimates")
for delta in (0.01, 1.0, 3.0, 20.0):
    print(f"delta {delta:5.2f} {huber_location(y, delta):12.3f}")
print(f"median {np.median(y):.3f}, mean {y.mean():.3f}")

for delta in (0.001, 1.345):
    print(
        f"clean Gaussian data, delta {delta}: {gaussian_efficiency(delta):.0%} efficient"
    )

print(f"\nin metres     Huber {huber(3.0, 1.0):12,.1f}")
print(f"in millimetres Huber {huber(3_000.0, 1.0):11,.1f}, delta unchanged")
print(f"in millimetres Huber {huber(3_000.0, 1_000.0):11,.1f}, delta = 1,000")
