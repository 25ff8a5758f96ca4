"""Shows AdamW's weights under pure noise settling at the root of lr / (2 decay)."""

import numpy as np


def rms_from_0_and_1(lr, decay, rng, steps=3000, weights=1000):
    theta = np.array([[0.0], [1.0]])  # two starts, the same noise: (start, weight)
    m, v = np.zeros(weights), np.zeros(weights)
    for t in range(1, steps + 1):
        g = 0.01 * rng.normal(size=weights)  # its scale does not matter
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        step = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        theta = theta - lr * (step + decay * theta)
    return np.sqrt((theta**2).mean(axis=1))


rng = np.random.default_rng(0)
print("   lr  decay  1/(lr decay)  from 0  from 1  sqrt(lr/(2 decay))")
for lr, decay in [(0.02, 0.1), (0.005, 0.4), (0.01, 0.05)]:
    cold, warm = rms_from_0_and_1(lr, decay, rng)
    memory, rule = 1 / (lr * decay), np.sqrt(lr / (2 * decay))
    print(f"{lr:5.3f} {decay:6.2f} {memory:13.0f} {cold:7.3f} {warm:7.3f} {rule:19.3f}")
