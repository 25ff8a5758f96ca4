"""Shows what averaging the weights of noisy SGD buys, and what its start costs."""

import numpy as np


def sgd_weights(rng, lr=0.1, steps=2000, runs=500):
    theta, kept = np.full(runs, 5.0), []  # the minimum is at 0, curvature 1
    for _ in range(steps):
        theta = theta - lr * (theta + rng.normal(size=runs))
        kept.append(theta)
    return np.array(kept)  # (steps, runs)


def ema(weights, decay):  # as torch.optim.swa_utils: starts at the first weights
    average = weights[0]
    for theta in weights[1:]:
        average = decay * average + (1 - decay) * theta
    return average


weights = sgd_weights(np.random.default_rng(0))
for steps in (200, 2000):
    seen = weights[:steps]
    for name, value in [
        ("last weights", seen[-1]),
        ("EMA, decay 0.99", ema(seen, 0.99)),
        ("EMA, decay 0.999", ema(seen, 0.999)),
        ("mean of the second half", seen[steps // 2 :].mean(axis=0)),
    ]:
        error = np.sqrt((value**2).mean())
        print(f"{steps:4d} steps, {name:23s} error {error:.2f}")
print(f"weight of the start in EMA 0.999 after 200 steps: {0.999**199:.2f}")
