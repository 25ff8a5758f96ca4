"""Shows a convex problem on which Adam walks to the worst point, and two repairs."""

import numpy as np

C = 3.0


def gradient(t):  # linear losses: C x at every third step, -x at the others
    return C if t % 3 == 1 else -1.0


def run(beta2, amsgrad, steps=3000, lr=0.5):  # beta1 is 0
    x, v, largest = 0.0, 0.0, 0.0
    for t in range(1, steps + 1):
        g = gradient(t)
        v = beta2 * v + (1 - beta2) * g * g
        largest = max(largest, v) if amsgrad else v
        v_hat = largest / (1 - beta2**t)
        x = np.clip(x - lr / np.sqrt(t) * g / (np.sqrt(v_hat) + 1e-8), -1, 1)
    return x


print(f"mean gradient {(C - 2) / 3:.2f}, so the best x in [-1, 1] is -1")
for beta2 in (0.1, 0.999):
    for name, amsgrad in (("Adam", False), ("AMSGrad", True)):
        print(
            f"{name:7s} with beta2 {beta2:5.3f} ends at x = {run(beta2, amsgrad):5.2f}"
        )
