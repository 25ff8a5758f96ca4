"""Shows that R² can be negative, is no correlation, and depends on the test set."""

import numpy as np


def r2(y, predicted):  # against the best constant on the same data
    return 1 - ((y - predicted) ** 2).sum() / ((y - y.mean()) ** 2).sum()


def report(name, y, predicted):
    rmse = np.sqrt(((y - predicted) ** 2).mean())
    mae = np.abs(y - predicted).mean()
    correlation = np.corrcoef([y, predicted])[0, 1]
    print(f"{name:22} {rmse:5.2f} {mae:5.2f} {r2(y, predicted):6.2f}", end="")
    print(f" {correlation**2:13.2f}")


rng = np.random.default_rng(0)
signal, noise = rng.standard_normal((2, 2000))
y = signal + 0.5 * noise
print("                        RMSE   MAE     R²  correlation²")
report("the signal", y, signal)
report("the signal plus 2", y, signal + 2)
report("minus the signal", y, -signal)
report("narrow test set", 0.2 * signal + 0.5 * noise, 0.2 * signal)
