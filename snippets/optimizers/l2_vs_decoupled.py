"""Shows that L2 inside Adam hardly decays weights with large gradients, AdamW all."""

import numpy as np


def train(theta, gradients, decay, decoupled, lr=0.01):
    m, v = np.zeros_like(theta), np.zeros_like(theta)
    for t, g in enumerate(gradients, start=1):
        if decoupled:
            theta = theta - lr * decay * theta
        else:
            g = g + decay * theta
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        theta = theta - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return theta


rng = np.random.default_rng(0)
scale = np.array([0.1, 1.0, 10.0])  # of each weight's gradient, pure noise
noise = rng.normal(size=(1000, 400, 3)) * scale  # (steps, runs, weights)
print("1000 steps from weight 1, decay 0.1, noise of size  0.1    1.0   10.0")
for name, decoupled in (("Adam with L2", False), ("AdamW", True)):
    left = train(np.ones((400, 3)), noise, decay=0.1, decoupled=decoupled).mean(axis=0)
    print(f"{name:49s}", *(f"{x + 0:6.2f}" for x in left.round(2)))
print(f"what decay alone leaves: {(1 - 0.01 * 0.1) ** 1000:.2f}")

silence = np.zeros(50)  # no loss gradient at all
for decay in (0.1, 0.001):
    l2, decoupled = (
        train(np.ones(1), silence, decay, kind)[0] for kind in (False, True)
    )
    print(f"no gradient, 50 steps, decay {decay}: L2 {l2:.2f}, AdamW {decoupled:.3f}")
