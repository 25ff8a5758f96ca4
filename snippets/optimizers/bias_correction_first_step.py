"""Shows the first steps of Adam with and without bias correction, in units of lr."""

import numpy as np


def step_sizes(gradients, beta1, beta2, correct):  # epsilon is 0
    m = v = 0.0
    sizes = []
    for t, g in enumerate(gradients, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        ratio = m / np.sqrt(v)
        if correct:
            ratio *= np.sqrt(1 - beta2**t) / (1 - beta1**t)
        sizes.append(ratio)
    return np.array(sizes)


shown = np.array([1, 2, 3, 12, 100, 1000, 5000])
gradients = np.ones(shown[-1])  # constant, so every corrected step is 1
print(f"{'step':30s}", *(f"{t:5d}" for t in shown))
for beta1, beta2 in [(0.9, 0.999), (0.9, 0.95)]:
    for correct in (True, False):
        sizes = step_sizes(gradients, beta1, beta2, correct)
        name = f"betas {beta1}, {beta2}, {'corrected' if correct else 'not'}"
        print(f"{name:30s}", *(f"{size:5.2f}" for size in sizes[shown - 1]))
    print(f"largest uncorrected step: {sizes.max():.2f}, at step {sizes.argmax() + 1}")
