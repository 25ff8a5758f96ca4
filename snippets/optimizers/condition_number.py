"""Shows how many steps three methods need as the condition number grows."""

import numpy as np


def best_settings(method, low, high):  # learning rate, momentum
    root = np.sqrt(high / low)
    if method == "plain":
        return 2 / (low + high), 0.0
    if method == "heavy ball":
        return 4 / (np.sqrt(low) + np.sqrt(high)) ** 2, ((root - 1) / (root + 1)) ** 2
    return 1 / high, (root - 1) / (root + 1)  # Nesterov's choice


def steps_needed(method, low, high, shrink=1e-6):
    lr, momentum = best_settings(method, low, high)
    curvature = np.array([low, high])
    theta, v, steps = np.ones(2), np.zeros(2), 0
    while np.linalg.norm(theta) > shrink * np.sqrt(2):
        g = curvature * theta
        v = momentum * v + g
        theta = theta - lr * (g + momentum * v if method == "Nesterov" else v)
        steps += 1
    return steps


methods = ("plain", "heavy ball", "Nesterov")
print("condition number" + "".join(f"{method:>12s}" for method in methods))
for condition in (10, 100, 1000):
    counts = [steps_needed(method, 1.0, condition) for method in methods]
    print(f"{condition:16d}" + "".join(f"{count:12d}" for count in counts))
