"""Shows momentum tuned for quadratics circling for ever on a strongly convex loss."""

import numpy as np


def gradient(x):  # slopes between 1 and 25, continuous; the only minimum is at 0
    return 25 * x if x < 1 else x + 24 if x < 2 else 25 * x - 24


def run(lr, momentum, nesterov=False, steps=300, start=3.3):
    theta, v, points = start, 0.0, []
    for _ in range(steps):
        g = gradient(theta)
        v = momentum * v + g
        theta -= lr * (g + momentum * v if nesterov else v)
        points.append(theta)
    return np.array(points)


root = np.sqrt(25)  # of the condition number
beta = (root - 1) / (root + 1)
best = 4 / (1 + root) ** 2, beta**2  # the heavy ball's optimum for quadratics
for name, points in [
    ("plain", run(2 / (1 + 25), 0.0)),
    ("heavy ball", run(*best)),
    ("Nesterov", run(1 / 25, beta, nesterov=True)),
]:
    far = np.flatnonzero(np.abs(points) > 1e-6)[-1] + 1
    tail = " ".join(f"{round(x, 2) + 0:5.2f}" for x in points[-4:])
    print(
        f"{name:10s} off by over 1e-6 until step {far:3d} of 300, last points: {tail}"
    )

ends = [run(*best, start=start)[-1] for start in np.linspace(-10, 10, 201)]
print(
    f"of 201 starts from -10 to 10 the heavy ball circles from {sum(np.abs(ends) > 0.1)}"
)
