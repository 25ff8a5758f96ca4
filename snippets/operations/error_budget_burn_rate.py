"""Shows burn-rate alerts on an error budget: thresholds, delays and the reset."""

import numpy as np

SLO, PERIOD = 0.999, 30 * 24 * 60  # minutes
BUDGET = (1 - SLO) * PERIOD  # minutes in which everything may fail
RULES = (  # fires when this share of the budget is spent within this window, in minutes
    ("page", 0.02, 60),
    ("page", 0.05, 6 * 60),
    ("ticket", 0.10, 3 * 24 * 60),
)


def burn_rate(spent, window):  # 1 spends exactly the budget in the period
    return spent * PERIOD / window


def delay(error_rate, spent, window):  # minutes from the start, constant traffic
    minutes = spent * BUDGET / error_rate
    return minutes if minutes <= window else np.inf


def moving_average(errors, window):  # over the last `window` minutes, none before
    total = np.append(np.zeros(window), np.cumsum(errors))
    return (total[window:] - total[:-window]) / window


def firing(errors, spent, window, short=True):
    """For each minute: do the long window and a twelfth of it both burn too fast?"""
    limit = burn_rate(spent, window) * (1 - SLO)
    burns = moving_average(errors, window) > limit
    return burns & (moving_average(errors, window // 12) > limit) if short else burns


print(f"budget: {BUDGET:.1f} minutes of full outage in 30 days")
for name, spent, window in RULES:
    print(f"{name:6} {spent:4.0%} in {window // 60:2} h:", end="")
    print(f" burn rate {burn_rate(spent, window):4.1f}")

print("error rate   first to fire   after minutes")
for rate in (1.0, 0.1, 0.01, 0.002):
    first = min(RULES, key=lambda rule: delay(rate, *rule[1:]))
    name = f"{first[0]}, {first[2] // 60} h"
    print(f"{rate:10.1%}   {name:13} {delay(rate, *first[1:]):15,.1f}")

errors = np.zeros(600)
errors[100:120] = 0.1  # twenty minutes at 10 %
for short in (False, True):
    on = np.flatnonzero(firing(errors, 0.02, 60, short))
    name = "and 5 min" if short else "1 h alone"
    print(f"{name}: fires from minute {on[0] - 99} to {on[-1] - 99} after the start")
