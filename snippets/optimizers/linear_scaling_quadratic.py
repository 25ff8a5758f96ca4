"""Shows where the linear scaling rule holds on a noisy quadratic, and where it ends."""

import numpy as np


def expected_loss(batch, lr, examples, curvature, start=1.0, noise=1.0):
    # exact recursion for E[w²] of SGD on ½ h w²; a gradient's variance is noise / batch
    h, second_moment = np.asarray(curvature), start**2
    for _ in range(examples // batch):
        second_moment = (1 - lr * h) ** 2 * second_moment + lr**2 * noise / batch
    return 0.5 * np.sum(h * second_moment)


curvature = [1.0, 0.1]  # stable while lr < 2 / 1
print("loss after 8192 examples")
print("batch  constant lr  square root  linear")
for batch in (1, 8, 64, 256, 1024):
    losses = [
        expected_loss(batch, 0.004 * batch**power, 8192, curvature)
        for power in (0, 0.5, 1)
    ]
    print(f"{batch:5d}", *(f"{loss:11.2g}" for loss in losses))
