"""Shows which constant minimises MAPE, and how lopsided percentage errors are."""

import numpy as np


def mape(y, prediction):
    return np.mean(np.abs(prediction - y) / y)


def smape(y, prediction):  # the version with the mean of both below the line
    return np.mean(np.abs(prediction - y) / ((y + prediction) / 2))


def squared_log(y, prediction):
    return np.mean(np.log(prediction / y) ** 2)


def weighted_median(y, weights):
    order = np.argsort(y)
    half = np.cumsum(weights[order]) >= weights.sum() / 2
    return y[order][np.argmax(half)]


y = np.random.default_rng(0).lognormal(size=100_001)
best = weighted_median(y, 1 / y)
print(f"mean {y.mean():.2f}, median {np.median(y):.2f}")
print(f"MAPE is smallest at {best:.2f}, theory exp(-1) = {np.exp(-1):.2f}")
print(f"MAPE at that point {mape(y, best):.2f}, at the mean {mape(y, y.mean()):.2f}")

print("\ntarget 100      MAPE   sMAPE   squared log error")
for prediction in (0.001, 50.0, 150.0, 200.0, 1000.0):
    print(
        f"predict {prediction:7g} {mape(100, prediction):6.0%}"
        f" {smape(100, prediction):7.0%} {squared_log(100, prediction):12.2f}"
    )
