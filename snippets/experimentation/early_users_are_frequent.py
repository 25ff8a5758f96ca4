"""Shows an effect that changes with the length of a test though no user changes."""

import numpy as np

visits = np.array([0.8, 0.05])  # chance to visit on a day: frequent, occasional users
users = np.array([0.2, 0.8])  # shares of the population
effect = np.array([-1.0, 2.0])  # constant for each user from the first visit on


def seen_by(day):  # shares of each group that have entered the test
    return 1 - (1 - visits) ** day


def average_effect(day):
    weight = users * seen_by(day)
    return weight @ effect / weight.sum()


print("day  frequent users in the test   average effect")
for day in (1, 3, 7, 14, 28, 84):
    weight = users * seen_by(day)
    print(f"{day:3d} {weight[0] / weight.sum():17.2f} {average_effect(day):21.2f}")
print(f"whole population: {users @ effect:.2f}")
