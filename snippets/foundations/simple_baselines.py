"""Shows baselines that remember: last value, same weekday, a line, most popular."""

import numpy as np

FIRST = 200  # the forecasts begin here; everything before is for fitting


def mean_errors(series):
    """Mean absolute error of forecasts of the next day."""
    day = np.arange(FIRST, len(series))
    lagged = np.column_stack([np.ones(len(series) - 7), series[6:-1], series[:-7]])
    line = np.linalg.lstsq(lagged[: FIRST - 7], series[7:FIRST])[0]
    forecasts = {
        "mean of first 200": series[:FIRST].mean(),
        "last value": series[day - 1],
        "same weekday": series[day - 7],
        "line on both": lagged[FIRST - 7 :] @ line,
    }
    return {name: np.mean(abs(series[day] - f)) for name, f in forecasts.items()}


def hit_rates(items=1000, users=5000, k=10, seed=0):
    """How often the next item is among k popular ones, and among k random ones."""
    rng = np.random.default_rng(seed)
    popularity = np.arange(1, items + 1) ** -1.0  # Zipf
    history, following = rng.choice(items, (2, users), p=popularity / popularity.sum())
    popular = np.argsort(-np.bincount(history, minlength=items))[:k]
    random = rng.choice(items, k, replace=False)
    return np.isin(following, popular).mean(), np.isin(following, random).mean()


rng = np.random.default_rng(0)
weekly = 10 * np.sin(2 * np.pi * np.arange(600) / 7) + rng.normal(0, 2, 600)
walk = np.cumsum(rng.normal(0, 2, 600))
print("mean absolute error   weekly pattern  random walk")
for name, error in mean_errors(weekly).items():
    print(f"{name:21} {error:14.1f} {mean_errors(walk)[name]:12.1f}")
popular, random = hit_rates()
print(f"next item among 10 most popular {popular:.2f}, among 10 random {random:.2f}")
