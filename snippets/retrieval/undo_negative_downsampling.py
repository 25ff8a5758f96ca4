"""Shows where negatives left out of training do harm: not in the order, in the bids."""

import numpy as np


def trained_on_sample(p, w):  # what a model learns if a share w of negatives is kept
    return p / (p + w * (1 - p))


def undo(q, w):
    return q / (q + (1 - q) / w)


p = np.array([0.010, 0.030, 0.200])  # chance of a click
bid = np.array([9.00, 4.00, 0.50])  # what a click pays
w = 0.1
q = trained_on_sample(p, w)
rows = {"true p": p, "model's q": q, "undone": undo(q, w), "p × bid": p * bid}
print("item            A      B      C   order")
for name, value in {**rows, "q × bid": q * bid}.items():
    order = np.array(["A", "B", "C"])[np.argsort(-value)]
    print(f"{name:10}", *[f"{v:6.4f}" for v in value], "", *order)
