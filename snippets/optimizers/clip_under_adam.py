"""Shows what clipping does to Adam: nothing if it always acts, much at an outlier."""

import math

import numpy as np


def adam_steps(gradients, b1=0.9, b2=0.999):
    """Each step in units of the learning rate, for one weight."""
    m = v = 0.0
    steps = []
    for t, g in enumerate(map(float, gradients), 1):
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g**2
        steps.append(m / (1 - b1**t) / math.sqrt(v / (1 - b2**t)))
    return np.array(steps)


def clip(gradients, limit):  # of one weight, the norm is the absolute value
    return gradients.clip(-limit, limit)


def describe(name, gradients):
    steps = adam_steps(gradients)
    after = [f"{steps[OUTLIER + k]:.2f}" for k in LATER]
    print(f"{name:14} before {steps[OUTLIER - 1]:.2f}, then", *after)


OUTLIER, LATER = 3000, (0, 2, 100, 1000)
quiet = np.ones(OUTLIER + 1001)
spiked = quiet.copy()
spiked[OUTLIER] = 100.0
print("steps before an outlier, then", *LATER, "after it")
describe("not clipped", spiked)
describe("clipped at 1", clip(spiked, 1.0))
describe("clipped at 10", clip(spiked, 10.0))

growing = np.geomspace(100, 300, 500)  # each exceeds both limits below
always = [clip(growing, limit) for limit in (1.0, 0.01)]
same = np.allclose(*map(adam_steps, always))
print("clipped always, at 1 or 0.01: same steps:", same)
