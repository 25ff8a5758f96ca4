"""Shows Adafactor's second moment: row and column means instead of a whole matrix."""

import numpy as np


def factored(second_moment):  # (n, m) from n + m numbers
    rows, columns = second_moment.mean(axis=1), second_moment.mean(axis=0)
    return np.outer(rows, columns) / rows.mean()


def step_error(second_moment):  # how far a step g / sqrt(v) is off, typically
    ratio = np.sqrt(second_moment / factored(second_moment))
    return np.median(np.abs(ratio - 1))


rng = np.random.default_rng(0)
row_scale, column_scale = 10 ** rng.uniform(-2, 2, 256), 10 ** rng.uniform(-2, 2, 512)
separable = np.outer(row_scale, column_scale)
# many noisy gradients whose scale is separable, and one single noisy gradient
averaged = separable * rng.chisquare(1000, separable.shape)
single = separable * rng.chisquare(1, separable.shape)
lone = np.ones((256, 512))
lone[3, 5] = 1e6  # one entry of a huge gradient

print(f"numbers stored: {sum(separable.shape)} instead of {separable.size}")
print(f"separable, exact      error {step_error(separable):.3f}")
print(f"averaged over steps   error {step_error(averaged):.3f}")
print(f"one gradient          error {step_error(single):.3f}")
shrunk = np.sqrt(lone / factored(lone))
print(f"one entry 1e6: steps in its row shrink to {shrunk[3, 0]:.3f} of Adam's,")
print(f"its own grows to {shrunk[3, 5]:.1f} times Adam's")
