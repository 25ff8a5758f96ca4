"""Shows that PyTorch's Nesterov weights are the look-ahead points of the textbook."""

import numpy as np


def gradient(x):  # of the sum of log cosh x: convex, and no quadratic
    return np.tanh(x)


def textbook(x, lr, momentum, steps):
    points, u = [], np.zeros_like(x)
    for _ in range(steps):
        u = momentum * u - lr * gradient(x + momentum * u)  # where it will be
        x = x + u
        points.append((x, x + momentum * u))
    return np.array(points)  # (steps, 2, d): the point, and where it looks ahead


def pytorch(theta, lr, momentum, steps):
    points, v = [], np.zeros_like(theta)
    for _ in range(steps):
        g = gradient(theta)
        v = momentum * v + g
        theta = theta - lr * (g + momentum * v)
        points.append(theta)
    return np.array(points)  # (steps, d)


start = np.array([3.0])
book = textbook(start, lr=0.3, momentum=0.9, steps=60)
torch_like = pytorch(start, lr=0.3, momentum=0.9, steps=60)
for name, points in (("points", book[:, 0]), ("look-ahead points", book[:, 1])):
    gap = np.abs(points - torch_like).max()
    print(f"PyTorch's weights against the textbook's {name}: gap {gap:.3f}")
