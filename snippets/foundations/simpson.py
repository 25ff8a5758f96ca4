"""Shows Simpson's paradox: better in every slice, worse in total."""

import numpy as np

slices = "short texts", "long texts"
right = np.array([[81, 192], [234, 55]])  # rows: model A, model B
total = np.array([[87, 263], [270, 80]])  # each was evaluated on its own traffic


def standardised(right, total):
    """Each model's accuracy on the common mix of slices."""
    mix = total.sum(axis=0) / total.sum()
    return right / total @ mix


print("             model A  model B")
for name, (a, b) in zip(slices, (right / total).T):
    print(f"{name:12} {a:7.3f} {b:8.3f}")
for name, (a, b) in (
    ("all", right.sum(axis=1) / total.sum(axis=1)),
    ("same mix", standardised(right, total)),
):
    print(f"{name:12} {a:7.3f} {b:8.3f}")
