"""Shows one function at minima of any sharpness: ReLU units can be rescaled."""

import numpy as np


def network(
    x, first, second
):  # x: (n, inputs); first: (inputs, units); second: (units)
    return (x @ first).clip(0) @ second


def sharpness(x, first, second):
    """Trace of the Hessian of the mean squared error at a perfect fit."""
    hidden = (x @ first).clip(0)
    of_second = (hidden**2).sum(axis=1)  # squared gradients of the output
    of_first = (x**2).sum(axis=1) * ((hidden > 0) @ second**2)
    return 2 * (of_second + of_first).mean()


rng = np.random.default_rng(0)
x, first, second = (rng.standard_normal(size) for size in ((100, 2), (2, 3), 3))
y = network(x, first, second)  # these weights fit perfectly

print(" scale  largest difference  sharpness")
for scale in (1, 10, 100):
    same = scale * first, second / scale
    difference = np.abs(network(x, *same) - y).max()
    print(f"{scale:6d} {round(difference, 9):19.1f} {sharpness(x, *same):10.0f}")
