"""Shows squared error on a sigmoid with two minima, where cross-entropy has one."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit, log_expit

x = np.array([1.0] * 9 + [10.0])
y = np.array([1.0] * 8 + [0.0, 0.0])  # the last one is far out and mislabelled


def losses(w):  # w: (m,) weights of a model with logit w x
    z = np.outer(w, x)  # (m, n)
    cross_entropy = -np.mean(y * log_expit(z) + (1 - y) * log_expit(-z), axis=1)
    squared_error = np.mean((expit(z) - y) ** 2, axis=1)
    return {"cross-entropy": cross_entropy, "squared error": squared_error}


def minima(w, loss):
    inner = (loss[1:-1] < loss[:-2]) & (loss[1:-1] < loss[2:])
    return w[1:-1][inner]


w = np.linspace(-2, 6, 801)
at_zero = losses([0.0])
for name, loss in losses(w).items():
    for best in minima(w, loss):
        right = np.sum(np.sign(best * x) == 2 * y - 1)
        print(f"{name}: minimum at w = {best:5.2f}, {right} of 10 right")
    plt.plot(w, loss / at_zero[name], label=name)
plt.xlabel("weight w")
plt.ylabel("mean loss, relative to w = 0")
plt.ylim(0, 3)
plt.legend()
plt.show()
