"""Shows what Muon's Newton-Schulz iteration does to singular values."""

import matplotlib.pyplot as plt
import numpy as np

CUBIC = (1.5, -0.5, 0.0)  # the classical one, converges to 1
QUINTIC = (3.4445, -4.7750, 2.0315)  # Muon's, fast but only near 1


def newton_schulz(matrix, coefficients, steps=5):
    a, b, c = coefficients
    x = matrix / np.linalg.norm(matrix)  # Frobenius: no singular value exceeds 1
    for _ in range(steps):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x


def polar_factor(matrix):  # the nearest matrix with orthonormal rows or columns
    u, _, vt = np.linalg.svd(matrix, full_matrices=False)
    return u @ vt


momentum = np.random.default_rng(0).normal(size=(32, 64))
target = polar_factor(momentum)
print("iteration    steps  singular values  distance from the polar factor")
for name, coefficients, steps in (
    ("cubic", CUBIC, 5),
    ("cubic", CUBIC, 20),
    ("quintic", QUINTIC, 5),
):
    x = newton_schulz(momentum, coefficients, steps)
    s = np.linalg.svd(x, compute_uv=False)
    away = np.linalg.norm(x - target) / np.linalg.norm(target)
    print(f"{name:11} {steps:6d}     {s.min():.2f} to {s.max():.2f}  {away:12.3f}")

square = np.random.default_rng(0).normal(size=(64, 64))
s = np.linalg.svd(newton_schulz(square, QUINTIC), compute_uv=False)
print(f"quintic, 5 steps, a square matrix: {s.min():.2f} to {s.max():.2f}")
a, b, c = QUINTIC
fixed = np.sqrt((-b - np.sqrt(b**2 - 4 * c * (a - 1))) / (2 * c))  # p(s) = s
slope = a + 3 * b * fixed**2 + 5 * c * fixed**4
print(f"quintic: fixed point {fixed:.2f}, slope there {slope:.2f}: it never settles")

before = np.geomspace(1e-3, 1, 300)
for name, (a, b, c) in (("cubic", CUBIC), ("quintic", QUINTIC)):
    after = before
    for _ in range(5):  # on singular values the iteration is an odd polynomial
        after = a * after + b * after**3 + c * after**5
    plt.semilogx(before, after, label=f"{name}, 5 steps")
plt.semilogx(before, before, "--", label="unchanged")
plt.xlabel("singular value before")
plt.ylabel("singular value after")
plt.legend()
plt.show()
