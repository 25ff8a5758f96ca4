"""Shows where constant-rate SGD stops: a variance set by rate, momentum and batch."""

import numpy as np


def simulate(lr, momentum, batch, rng, chains=20_000, steps=200):
    theta, v = np.zeros(chains), np.zeros(chains)  # start at the minimum, curvature 1
    for _ in range(steps):
        noise = rng.normal(size=chains) / np.sqrt(batch)  # variance 1 per example
        v = momentum * v + theta + noise
        theta = theta - lr * v
    return theta.var()


def exact(lr, momentum, batch):
    slow = 1 - momentum
    return (1 + momentum) * lr / (slow * (2 + 2 * momentum - lr)) / batch


rng = np.random.default_rng(0)
print("   lr  momentum  batch  lr/(1-momentum)/batch  variance  exact")
for lr, momentum, batch in [
    (0.1, 0.0, 1),
    (0.2, 0.0, 1),
    (0.2, 0.0, 2),
    (0.01, 0.9, 1),
    (0.1, 0.9, 1),
]:
    ratio = lr / (1 - momentum) / batch
    found, floor = simulate(lr, momentum, batch, rng), exact(lr, momentum, batch)
    print(
        f"{lr:5.2f} {momentum:9.1f} {batch:6d} {ratio:22.2f} {found:9.3f} {floor:6.3f}"
    )
