"""Shows gradient descent raising the curvature until its own rate is the limit."""

import numpy as np


def gradient(w, x, y):  # of half the mean squared error of a tanh network
    first, bias, second = w.reshape(3, -1)
    hidden = np.tanh(np.outer(x, first) + bias)  # (examples, units)
    residual = hidden @ second - y
    back = np.outer(residual, second) * (1 - hidden**2)
    return np.concatenate([x @ back, back.sum(axis=0), residual @ hidden]) / len(x)


def sharpness(w, x, y, step=1e-4):  # largest eigenvalue, Hessian by differences
    shifts = step * np.eye(len(w))
    rows = [gradient(w + s, x, y) - gradient(w - s, x, y) for s in shifts]
    return np.linalg.eigvalsh(np.array(rows) / (2 * step))[-1]


def train(w, x, y, rate, steps=1000, every=50):
    measured = []
    for t in range(steps):
        if t % every == 0:
            measured.append(sharpness(w, x, y))
        w = w - rate * gradient(w, x, y)
    return np.array(measured)


x = np.linspace(-1, 1, 20)
y = np.sign(np.sin(4 * x))
start = np.random.default_rng(0).standard_normal(60) * np.repeat([1, 0.5, 0.22], 20)
print("full-batch gradient descent, sharpness in units of 2 / rate")
print("rate   at the start   mean of the second half")
for rate in (0.2, 0.4, 0.6):
    measured = train(start, x, y, rate) * rate / 2
    print(f"{rate:4.1f}{measured[0]:15.1f}{measured[10:].mean():26.1f}")
