"""Shows five regression losses and their gradients with respect to the prediction."""

import matplotlib.pyplot as plt
import numpy as np


def squared(e):  # e = prediction - target, one loss and one gradient per example
    return e**2, 2 * e


def absolute(e):
    return np.abs(e), np.sign(e)


def huber(e, delta=1.0):
    slope = np.clip(e, -delta, delta)
    return slope * (e - slope / 2), slope  # e²/2 or delta (|e| - delta/2)


def log_cosh(e):  # log((exp(e) + exp(-e)) / 2), and overflows nowhere
    return np.logaddexp(e, -e) - np.log(2), np.tanh(e)


def pinball(e, tau=0.9):
    slope = (e > 0) - tau  # -tau below the target, 1 - tau above it
    return slope * e, slope


losses = [squared, absolute, huber, log_cosh, pinball]
errors = np.array([-10.0, -0.5, 0.5, 10.0])
print("error     " + "".join(f"{e:15.1f}" for e in errors))
for f in losses:
    pairs = "".join(f"{loss:8.3f} {slope:6.2f}" for loss, slope in zip(*f(errors)))
    print(f"{f.__name__:10}{pairs}")

e = np.linspace(-3, 3, 601)
figure, axes = plt.subplots(1, 2, figsize=(8, 4))
for f in losses:
    axes[0].plot(e, f(e)[0], label=f.__name__)
    axes[1].plot(e, f(e)[1])
axes[0].set(xlabel="error", ylabel="loss", ylim=(0, 4))
axes[1].set(xlabel="error", ylabel="gradient", ylim=(-3, 3))
axes[0].legend()
plt.show()
