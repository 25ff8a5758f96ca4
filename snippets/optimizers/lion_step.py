"""Shows Lion: the sign of an interpolated momentum, one buffer, every step equally long."""

import numpy as np


def lion_step(weights, momentum, gradient, lr, decay=0.0, betas=(0.9, 0.99)):
    direction = np.sign(betas[0] * momentum + (1 - betas[0]) * gradient)
    momentum = betas[1] * momentum + (1 - betas[1]) * gradient  # after its use
    return weights - lr * (direction + decay * weights), momentum


gradient = np.array([1e-6, 1.0, -1e3])
moved, momentum = lion_step(0.0, 0.0, gradient, 1e-4)
print("gradient        ", *(f"{g:8.0e}" for g in gradient))
print("first step      ", *(f"{w:8.0e}" for w in moved))

# a gradient that flips turns the step at once, the stored momentum only later
moved, momentum = lion_step(0.0, 1.0, -20.0, 1e-4)
print(f"momentum 1, gradient -20: step {moved:+.0e}, stored momentum {momentum:+.2f}")

w = m = 0.0
for _ in range(200):
    w, m = lion_step(w, m, -1.0, lr=0.1, decay=0.5)
print(f"gradient always -1, decay 0.5: the weight stops at {w:.2f} = 1/decay")
