"""Shows on a toy task that LoRA's best learning rate is higher than full training's."""

import matplotlib.pyplot as plt
import numpy as np


def adam_step(values, gradients, moments, learning_rate, t):
    for value, g, (m, v) in zip(values, gradients, moments):
        m += 0.1 * (g - m)
        v += 0.001 * (g**2 - v)
        root = np.sqrt(v / (1 - 0.999**t)) + 1e-8
        value -= learning_rate * m / (1 - 0.9**t) / root


def final_error(rank, learning_rate, alpha=32, width=96, steps=80):
    """Train an update of a linear layer; rank None trains the whole matrix."""
    rng = np.random.default_rng(0)
    U, V = rng.normal(size=(2, width, 8)) / np.sqrt(width)
    target = U * 0.5 ** np.arange(8) @ V.T  # an update of rank 8, (width, width)
    if rank is None:
        values = [np.zeros((width, width))]
    else:
        A = rng.uniform(-1, 1, size=(rank, width)) / np.sqrt(width)
        values = [np.zeros((width, rank)), A]
        scale = alpha / rank
    moments = [(np.zeros_like(value), np.zeros_like(value)) for value in values]
    for t in range(1, steps + 1):
        x = rng.normal(size=(32, width))  # a fresh batch
        update = values[0] if rank is None else scale * values[0] @ values[1]
        G = 2 * (x @ (update - target).T).T @ x / x.size  # dL/d(update)
        if rank is None:
            gradients = [G]
        else:
            gradients = [scale * G @ values[1].T, scale * values[0].T @ G]
        adam_step(values, gradients, moments, learning_rate, t)
    return np.sum((update - target) ** 2) / np.sum(target**2)


rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1]
print("error at the rate", *[f"{rate:6g}" for rate in rates], "  best")
for name, rank in (("full", None), ("LoRA, r = 8", 8), ("LoRA, r = 32", 32)):
    errors = [final_error(rank, rate) for rate in rates]
    shown = ["   > 1" if error > 1 else f"{error:6.2f}" for error in errors]
    print(f"{name:17}", *shown, f"{rates[np.argmin(errors)]:6g}")
    plt.loglog(rates, errors, marker="o", label=name)

plt.xlabel("learning rate")
plt.ylabel("relative error after 80 steps")
plt.legend()
plt.show()
