"""Shows how far Adam drifts per example when the batch grows, under three rules."""

import numpy as np


def drift_per_example(batch, signal, power):
    # one coordinate: gradient of mean `signal`, standard deviation 1 for one example
    # Adam divides by the root mean square of what it sees
    lr = batch**power
    return lr * signal / np.sqrt(signal**2 + 1 / batch) / batch


signal = 0.1  # noise scale 1 / 0.1² = 100
print("relative drift per example, noise scale 100")
print("batch  constant lr  square root  linear")
for batch in (1, 4, 16, 64, 256, 1024):
    rules = [
        drift_per_example(batch, signal, power) / drift_per_example(1, signal, power)
        for power in (0, 0.5, 1)
    ]
    print(f"{batch:5d}", *(f"{value:11.2f}" for value in rules))
