"""Shows what a weighted sum of objectives cannot choose, and how its weights drift."""

import numpy as np

names = np.array(["bait", "balanced", "gem"])
click = np.array([0.90, 0.45, 0.10])  # predicted chance of a click
finish = np.array([0.10, 0.45, 0.90])  # predicted chance to finish, if clicked


def weighted_sum(click, finish, w):
    return w * click + (1 - w) * finish


def weighted_product(click, finish, w):
    return click**w * finish ** (1 - w)


def winners(value, click, finish, grid):  # which item is first, for each weight
    return value(click, finish, grid[:, None]).argmax(axis=1)


rules = {"sum": weighted_sum, "product": weighted_product}
grid = np.linspace(0, 1, 101)
print("first place, for which weights w of the click")
for rule, value in rules.items():
    first = winners(value, click, finish, grid)
    for item in np.unique(first):
        weights = grid[first == item]
        print(f"{rule:8} {names[item]:8} {weights[0]:.2f} to {weights[-1]:.2f}")
print("first place with w = 0.6")
for scale in (1, 0.5):  # a retrained click head that predicts half of what it did
    for rule, value in rules.items():
        first = names[value(scale * click, finish, 0.6).argmax()]
        print(f"{rule:8} click head × {scale}: {first}")
