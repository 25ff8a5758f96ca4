"""Shows what exp(prediction) estimates after training on the log of the target."""

import numpy as np


def fit_log(x, y):  # least squares on log y, returns slope, intercept
    return np.polyfit(x, np.log(y), 1)


def predict_log(coefficients, x):
    return np.polyval(coefficients, x)


def smearing(log_residuals):  # Duan's factor: needs no distribution
    return np.mean(np.exp(log_residuals))


rng = np.random.default_rng(0)
n = 50_000
x = rng.uniform(0, 2, size=n)
noises = {
    "Gaussian": rng.normal(scale=0.45, size=n),
    "skewed": 0.45 * (rng.exponential(size=n) - 1),  # mean 0, the same variance
}

print("predicted total / true total     exp   exp(m + s²/2)   smearing   below exp")
for name, noise in noises.items():
    y = np.exp(1 + x + noise)
    prediction = predict_log(fit_log(x, y), x)
    residual = np.log(y) - prediction
    plain = np.exp(prediction).sum() / y.sum()
    normal = np.exp(prediction + residual.var() / 2).sum() / y.sum()
    smeared = plain * smearing(residual)
    below = np.mean(y < np.exp(prediction))  # 50 % if exp gave the median
    print(
        f"{name:28} {plain:7.2f} {normal:15.2f} {smeared:10.2f} {below:11.0%}",
    )
