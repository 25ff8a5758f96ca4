"""Shows that users do not arrive in proportion to days: most visitors return."""

import numpy as np

POPULATION = 500_000
A, B = 0.5, 4.5  # a user visits on a day with chance Beta(A, B), 0.1 on average


def reached(days):  # users seen at least once: 1 - E[(1 - chance)^days]
    day = np.arange(days)
    never = np.prod((B + day) / (A + B + day))  # of those unseen so far, who stay away
    return POPULATION * (1 - never)


def days_needed(users):
    days = 1
    while reached(days) < users:
        days += 1
    return days


for days in (1, 7, 14, 28):
    seen = reached(days)
    mde = np.sqrt(reached(1) / seen)  # of a metric with the same variance on each day
    hoped = np.sqrt(1 / days)
    print(f"{days:2d} days: {seen:9,.0f} users", end=", ")
    print(f"detectable effect {mde:.2f} of day 1's, hoped for {hoped:.2f}")
wanted = 2 * 122_121  # both arms
print(f"{wanted:,} users: {wanted / reached(1):.1f} days by division", end=", ")
print(f"{days_needed(wanted)} in truth")
