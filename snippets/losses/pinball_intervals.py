"""Shows linear quantile regression on growing noise, beside a constant-width band."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import QuantileRegressor


def sample(n, rng):
    x = rng.uniform(0, 10, size=n)
    return x, 2 + x + (0.3 + 0.3 * x) * rng.normal(size=n)


def fit_quantile(x, y, tau):  # alpha=0 switches its default L1 penalty off
    return QuantileRegressor(quantile=tau, alpha=0).fit(x[:, None], y)


def coverage(y, lower, upper):
    return np.mean((lower <= y) & (y <= upper))


rng = np.random.default_rng(0)
x, y = sample(400, rng)
models = {tau: fit_quantile(x, y, tau) for tau in (0.05, 0.5, 0.95)}
line = np.polyfit(x, y, 1)
half_width = 1.645 * np.std(y - np.polyval(line, x))

x_new, y_new = sample(20_000, rng)
centre = np.polyval(line, x_new)
bands = {
    "pinball": [models[tau].predict(x_new[:, None]) for tau in (0.05, 0.95)],
    "constant": [centre - half_width, centre + half_width],
}
print("share of new targets inside, nominal 90 %")
print("               all   x < 2   x > 8")
for name, (lower, upper) in bands.items():
    rows = (np.full(len(x_new), True), x_new < 2, x_new > 8)
    shares = (coverage(y_new[m], lower[m], upper[m]) for m in rows)
    print(f"{name:10}" + "".join(f"{share:8.1%}" for share in shares))

low, high = models[0.05], models[0.95]
crossing = (low.intercept_ - high.intercept_) / (high.coef_[0] - low.coef_[0])
print(f"the 5 % and 95 % lines cross at x = {crossing:.1f}, outside the data")

plt.plot(x, y, ".", color="C5", markersize=3)
grid = np.linspace(0, 10, 50)
for tau, model in models.items():
    plt.plot(grid, model.predict(grid[:, None]), label=f"quantile {tau}")
plt.xlabel("x")
plt.ylabel("y")
plt.legend()
plt.show()
