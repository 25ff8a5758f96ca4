"""Shows what a logit feels under cross-entropy and under squared error, label 1."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit as sigmoid  # 1 / (1 + exp(-z)), exact in both tails


def cross_entropy_gradient(z, y):
    return sigmoid(z) - y


def squared_error_gradient(z, y):  # of (p - y)²; that of ½(p - y)² is half of it
    p = sigmoid(z)
    return 2 * (p - y) * p * sigmoid(-z)  # sigmoid(-z) is 1 - p


print("  z      p   dCE/dz    dSE/dz")
for z in (-8, -4, -2, 0, 2, 4, 8):
    of_ce, of_se = cross_entropy_gradient(z, 1), squared_error_gradient(z, 1)
    print(f"{z:3d} {sigmoid(z):.4f} {of_ce:8.4f} {of_se:9.1e}")

z = np.linspace(-8, 8, 321)
steepest = z[np.argmin(squared_error_gradient(z, 1))]
print(f"squared error pulls hardest at p = {sigmoid(steepest):.2f}")

plt.plot(z, cross_entropy_gradient(z, 1), label="cross-entropy")
plt.plot(z, squared_error_gradient(z, 1), label="squared error")
plt.xlabel("logit z, label 1")
plt.ylabel("gradient with respect to z")
plt.legend()
plt.show()
