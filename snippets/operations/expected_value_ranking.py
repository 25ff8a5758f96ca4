"""Shows which project comes first by guess, by expected value and by value per week."""

import numpy as np
from scipy.stats import norm

SPREAD = 2 * norm.ppf(0.95)  # a 90 % interval is this many standard deviations wide


def median_value(low, high):  # of a lognormal with that 90 % interval
    return np.sqrt(low * high)


def expected_value(chance, low, high):  # of the value a week; 0 if it fails
    sigma = np.log(high / low) / SPREAD
    return chance * median_value(low, high) * np.exp(sigma**2 / 2)


def delay_cost(order, value, weeks):  # value a week times the weeks one waits for it
    return value[order] @ np.cumsum(weeks[order])


names = np.array(["ranker", "logging", "spelling", "forecast"])
chance = np.array([0.5, 0.9, 0.7, 0.3])  # that it works at all
low, high = np.array([[8, 1, 4, 1], [16, 3, 12, 90]])  # thousand a week, if it works
weeks = np.array([20, 2, 6, 12])

typical, value = median_value(low, high), expected_value(chance, low, high)
print("project    if it works, median   expected   per week of work")
for row in zip(names, typical, value, value / weeks):
    print("{:10s} {:20.1f} {:10.1f} {:18.2f}".format(*row))
print("sorted by        cost of delay, thousands")
keys = {"median": typical, "expected": value, "per week": value / weeks}
for name, key in keys.items():
    order = np.argsort(-key)
    print(f"{name:10s} {delay_cost(order, value, weeks):12.0f}  ", *names[order])
rng = np.random.default_rng(0)
sigma = np.log(high / low) / SPREAD
works = rng.random((100_000, 4)) < chance
drawn = works * typical * np.exp(sigma * rng.normal(size=works.shape)) / weeks
best = np.argmax(drawn, axis=1)[works.any(axis=1)]
first = np.bincount(best, minlength=4) / len(drawn)
print("really the best per week:", *(f"{n} {s:.2f}" for n, s in zip(names, first)))
