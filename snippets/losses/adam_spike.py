"""Shows how far Adam steps when the gradient grows suddenly after a quiet time."""

import numpy as np


def steps_after_quiet(beta1, beta2, length):
    """Step / learning rate after gradients near 0 for long, then 1, 1, 1, …"""
    m = v = 0.0
    sizes = []
    for _ in range(length):
        m += (1 - beta1) * (1 - m)
        v += (1 - beta2) * (1 - v)
        sizes.append(m / np.sqrt(v))
    return np.array(sizes)


for beta2 in (0.999, 0.99, 0.95):
    sizes = steps_after_quiet(0.9, beta2, 200)
    worst = sizes.argmax()
    print(
        f"beta2 {beta2}: first step {sizes[0]:.2f} learning rates, "
        f"largest {sizes[worst]:.2f} at step {worst + 1}"
    )
