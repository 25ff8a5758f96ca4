"""Shows two causes of oscillation: a step too long for the curvature, sorted data."""

import numpy as np
from scipy.special import expit, log_expit

SHARE = 0.1  # of ones among the labels; the model is a single bias


def loss(b):
    return -SHARE * log_expit(b) - (1 - SHARE) * log_expit(-b)


def limit(share):  # 2 / curvature at the minimum: longer steps cannot settle there
    return 2 / (share * (1 - share))


def descend(rate, steps, b=0.0):
    path = [b]
    for _ in range(steps):
        b -= rate * (expit(b) - SHARE)
        path.append(b)
    return np.array(path)


def predictions(labels, rate, b=0.0):  # one label at a time, in the order given
    path = []
    for y in labels:
        b -= rate * (expit(b) - y)
        path.append(expit(b))
    return np.array(path)


print(f"longest stable step {limit(SHARE):.1f}, lowest loss {loss(np.log(1 / 9)):.3f}")
for rate in (10, 20, 25):
    late = loss(descend(rate, 1000))[-4:]
    print(f"step {rate}: last losses", *(f"{value:.3f}" for value in late))

labels = np.repeat([0, 1], [900, 100])
orders = {"sorted": labels, "shuffled": np.random.default_rng(0).permutation(labels)}
for name, order in orders.items():
    p = predictions(order, rate=0.1)
    print(f"{name}: predicts {p[899]:.2f} after 900 labels, {p[-1]:.2f} after 1000")
