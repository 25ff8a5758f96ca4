"""Shows how L1 sets coefficients to zero, and that a Laplace prior's mean does not."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm


def soft_threshold(z, threshold):  # minimises (z - w)²/2 + threshold |w|
    return np.sign(z) * np.maximum(np.abs(z) - threshold, 0)


def elastic_net(z, l1, l2):  # minimises (z - w)²/2 + l1 |w| + l2 w²/2
    return soft_threshold(z, l1) / (1 + l2)


def laplace_posterior_mean(z, scale):  # z ~ N(w, 1), prior exp(-scale |w|)
    positive = np.exp(-scale * z) * norm.cdf(z - scale)
    negative = np.exp(scale * z) * norm.cdf(-z - scale)
    return z - scale * (positive - negative) / (positive + negative)


def lasso(X, y, penalty, sweeps=100):  # minimises |y - Xw|²/2 + penalty |w|
    w = np.zeros(X.shape[1])
    for _ in range(sweeps):
        for j, column in enumerate(X.T):
            fit = column @ (y - X @ w + column * w[j])  # with w[j] left out
            w[j] = soft_threshold(fit, penalty) / (column @ column)
    return w


print("   z  ridge    L1  elastic  Laplace mean")
for z in (0.5, 1.0, 1.5, 3.0):
    row = z / 2, soft_threshold(z, 1), elastic_net(z, 1, 1)
    print(f"{z:4.1f} {row[0]:6.2f} {row[1]:5.2f} {row[2]:8.2f}", end="")
    print(f" {laplace_posterior_mean(z, 1):13.2f}")

rng = np.random.default_rng(0)
X = rng.standard_normal((60, 6))
y = X @ [3.0, -2.0, 0, 0, 0, 0] + rng.standard_normal(60)
for penalty in (0, 20, 60):
    print(f"penalty {penalty:2d}:", np.round(lasso(X, y, penalty), 2) + 0.0)

z = np.linspace(-4, 4, 161)
plt.plot(z, z / 2, label="ridge")
plt.plot(z, soft_threshold(z, 1), label="L1")
plt.plot(z, elastic_net(z, 1, 1), label="elastic net")
plt.plot(z, laplace_posterior_mean(z, 1), "--", label="Laplace mean")
plt.xlabel("least-squares coefficient z")
plt.ylabel("penalised coefficient")
plt.legend()
plt.show()
