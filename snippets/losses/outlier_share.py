"""Shows what one error of 10 among a hundred errors of 1 takes of loss and gradient."""

import numpy as np

DELTA = 1.0  # Huber's threshold, in the units of the target


def squared(e):
    return e**2, 2 * e


def absolute(e):
    return np.abs(e), np.sign(e)


def huber(e):
    slope = np.clip(e, -DELTA, DELTA)
    return slope * (e - slope / 2), slope


def share_of_last(values):
    sizes = np.abs(values)
    return sizes[-1] / sizes.sum()


errors = np.append(np.ones(100), 10.0)
print("           one error of 10 equals       its share of")
print("           errors of 1, by loss, slope   loss   gradient")
for f in (squared, absolute, huber):
    loss, slope = f(errors)
    print(
        f"{f.__name__:10} {loss[-1] / loss[0]:16.0f} {slope[-1] / slope[0]:9.0f}"
        f" {share_of_last(loss):10.1%} {share_of_last(slope):9.1%}"
    )
