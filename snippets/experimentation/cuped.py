"""Shows that CUPED is unbiased and multiplies the variance by 1 - correlation²."""

import matplotlib.pyplot as plt
import numpy as np


def difference(y, t):  # y: (tests, users), t: (users,) of 0 and 1
    return y[:, t == 1].mean(1) - y[:, t == 0].mean(1)


def cuped(y, x, t):
    x = x - x.mean(1, keepdims=True)
    theta = (x * y).mean(1, keepdims=True) / (x**2).mean(1, keepdims=True)
    return difference(y - theta * x, t)


rng = np.random.default_rng(0)
t = np.arange(400) % 2
correlations = np.array([0.0, 0.3, 0.5, 0.7, 0.9])
ratios = []
print("correlation   mean, truth 0.10   variance   1 - correlation²")
for rho in correlations:
    x = rng.normal(size=(2000, 400))  # before the test
    y = rho * x + np.sqrt(1 - rho**2) * rng.normal(size=x.shape) + 0.1 * t
    adjusted, raw = cuped(y, x, t), difference(y, t)
    ratios.append(adjusted.var() / raw.var())
    print(f"{rho:8.1f} {adjusted.mean():16.2f} {ratios[-1]:14.2f} {1 - rho**2:14.2f}")

grid = np.linspace(0, 1, 101)
plt.plot(grid, 1 - grid**2, label="1 - correlation²")
plt.plot(correlations, ratios, "o", label="2000 simulated tests each")
plt.xlabel("correlation of the metric with the covariate")
plt.ylabel("variance with CUPED / without")
plt.legend()
plt.show()
