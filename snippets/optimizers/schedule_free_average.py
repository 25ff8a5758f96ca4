"""Shows schedule-free SGD: constant learning rate, the answer is a running average."""

import numpy as np


def schedule_free(gradient, start, lr, steps, beta=0.9):
    z = x = start
    for t in range(1, steps + 1):
        y = (1 - beta) * z + beta * x  # gradients are taken here
        z = z - lr * gradient(y)  # plain SGD
        x = x + (z - x) / (t + 1)  # mean of all z, the start included
    return z, x


rng = np.random.default_rng(0)


def noisy(y):  # of ½ y², a thousand independent copies
    return y + rng.normal(size=1000)


start = np.full(1000, 5.0)
print("steps   plain SGD   schedule-free")
for steps in (10, 100, 1000):
    sgd = schedule_free(noisy, start, 0.5, steps, beta=0)[0]  # then y = z
    free = schedule_free(noisy, start, 0.5, steps)[1]
    print(f"{steps:5d} {np.mean(sgd**2) / 2:11.3f} {np.mean(free**2) / 2:15.4f}")
