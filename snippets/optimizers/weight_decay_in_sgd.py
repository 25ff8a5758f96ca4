"""Shows that L2 and decoupled decay agree in plain SGD and part with momentum."""

import numpy as np


def train(decay, momentum, decoupled, steps=200, lr=0.1):
    theta, v = np.array([1.0, 1.0]), np.zeros(2)
    for _ in range(steps):
        g = np.array([theta[0] - 3, 0.0])  # one weight with a loss, one without
        if not decoupled:
            g = g + decay * theta
        v = momentum * v + g
        theta = theta * (1 - lr * decay) - lr * v if decoupled else theta - lr * v
    return theta


for momentum in (0.0, 0.9):
    for name, decoupled in (("L2", False), ("decoupled", True)):
        theta = train(decay=0.1, momentum=momentum, decoupled=decoupled)
        print(
            f"momentum {momentum}, {name:9s} weights {theta[0]:.3f} {abs(theta[1]):.3f}"
        )
