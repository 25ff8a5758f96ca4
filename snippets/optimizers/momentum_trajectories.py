"""Shows the paths of SGD, momentum and Nesterov on a bowl thirty times steeper in y."""

import matplotlib.pyplot as plt
import numpy as np

CURVATURE = np.array([1.0, 30.0])


def path(lr, momentum, nesterov, steps):
    theta, v = np.array([-10.0, 1.5]), np.zeros(2)
    points = [theta]
    for _ in range(steps):
        g = CURVATURE * theta
        v = momentum * v + g
        theta = theta - lr * (g + momentum * v if nesterov else v)
        points.append(theta)
    return np.array(points)  # (steps + 1, 2)


def loss(points):
    return (CURVATURE * points**2).sum(axis=-1) / 2


x, y = np.meshgrid(np.linspace(-11, 4, 151), np.linspace(-2.5, 2.5, 101))
levels = [0.5, 4, 16, 36, 64]
plt.contour(x, y, loss(np.stack([x, y], axis=-1)), levels, colors="C5", linewidths=0.6)
for name, lr, momentum in [
    ("plain", 0.06, 0.0),
    ("momentum", 0.03, 0.8),
    ("Nesterov", 0.03, 0.8),
]:
    points = path(lr, momentum, name == "Nesterov", steps=40)
    after = [f"{loss(points[t]):.2g} after {t}" for t in (10, 40)]
    print(f"{name:8s} lr {lr}: loss", ", ".join(after))
    plt.plot(*points.T, ".-", label=name)
plt.xlabel("flat direction, curvature 1")
plt.ylabel("steep direction, curvature 30")
plt.legend()
plt.show()
