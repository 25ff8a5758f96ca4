"""Shows minima of one function whose sharpness differs, and what the rate feels."""

import numpy as np


def loss(a, b):  # the network x -> b a x, fitted to the target x at x = 1
    return 0.5 * (a * b - 1) ** 2


def hessian(a, b):
    r = a * b - 1
    return np.array([[b * b, r + a * b], [r + a * b, a * a]])


def descend(a, b, rate, steps=100):
    for _ in range(steps):
        r = a * b - 1
        a, b = a - rate * r * b, b - rate * r * a
    return a, b


def adaptive_sharpness(a, b, rho=0.2):  # worst loss when each weight moves by 20 %
    factors = (1 - rho, 1 + rho)
    return max(loss(a * s, b * t) for s in factors for t in factors)


print("  a       b   product  sharpness  largest rate  adaptive")
for a in (1, 2, 4, 8):
    top = np.linalg.eigvalsh(hessian(a, 1 / a)).max()
    row = f"{a:3d}{1 / a:8.3f}{a / a:10.3f}{top:11.2f}{2 / top:14.4f}"
    print(row + f"{adaptive_sharpness(a, 1 / a):10.4f}")

start = (4, 0.26)  # too sharp for the rate
a, b = descend(*start, rate=0.2)
top = np.linalg.eigvalsh(hessian(a, b)).max()
print(f"rate 0.2 from {start}: product {a * b:.3f}, sharpness below 10:", top < 10)
