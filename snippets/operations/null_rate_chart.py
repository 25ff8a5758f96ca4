"""Shows control limits for a feature's daily null rate: binomial, and from the days."""

import matplotlib.pyplot as plt
import numpy as np

ROWS = 1_000_000  # a day


def binomial_limits(rates, rows=ROWS):  # p-chart: as if rows were the only noise
    centre = rates.mean()
    width = 3 * np.sqrt(centre * (1 - centre) / rows)
    return centre - width, centre + width


def moving_range_limits(rates):  # individuals chart: noise from one day to the next
    centre = rates.mean()
    width = 3 * np.abs(np.diff(rates)).mean() / (2 / np.sqrt(np.pi))
    return centre - width, centre + width


def outside(rates, limits):
    return (rates < limits[0]) | (rates > limits[1])


rng = np.random.default_rng(0)
day_rates = 0.020 + 0.001 * rng.normal(size=150)  # days differ, as they do
day_rates[135:] += 0.010  # half of one client's events lose the field
rates = rng.binomial(ROWS, day_rates) / ROWS
past = rates[:120]
for name, colour, limits in (
    ("binomial", "C1", binomial_limits(past)),
    ("moving range", "C2", moving_range_limits(past)),
):
    alarm = outside(rates, limits)
    print(f"{name:12} limits {limits[0]:.2%} to {limits[1]:.2%}:", end=" ")
    print(f"{alarm[120:135].sum()} of 15 good, {alarm[135:].sum()} of 15 broken days")
    plt.plot([0, 150], [limits] * 2, color=colour, label=[f"{name} limits", "_"])
plt.plot(rates, "o", color="C0", markersize=3)
plt.xlabel("day (limits from the first 120; broken from day 135)")
plt.ylabel("share of nulls")
plt.legend()
plt.show()
