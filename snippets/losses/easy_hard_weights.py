"""Shows how much of cross-entropy's loss and gradient focal loss leaves, by ease."""

import matplotlib.pyplot as plt
import numpy as np


def loss_factor(p, gamma=2):  # p: probability of the true class
    return (1 - p) ** gamma


def gradient_factor(p, gamma=2):
    return loss_factor(p, gamma) * (1 - gamma * p * np.log(p) / (1 - p))


for p in (0.99, 0.9, 0.5, 0.3, 0.1):
    print(
        f"p_t = {p:4}: loss x {loss_factor(p):.4f}, gradient x {gradient_factor(p):.4f}"
    )
p = np.linspace(0.001, 0.999, 999)
larger = p[gradient_factor(p) > 1]
print(f"the focal gradient is the larger one up to p_t = {larger.max():.2f}")
for gamma in (0, 2):
    easy, hard = ((1 - p_t) * gradient_factor(p_t, gamma) for p_t in (0.99, 0.1))
    ratio = 1000 * easy / hard
    print(
        f"gamma {gamma}: 1000 at p_t = 0.99 pull {ratio:.4f} times as much as one at 0.1"
    )

_, axes = plt.subplots(1, 2)
for gamma in (0, 1, 2, 5):
    axes[0].plot(p, -np.log(p) * loss_factor(p, gamma), label=f"γ = {gamma}")
    axes[1].plot(p, (1 - p) * gradient_factor(p, gamma))
axes[0].set(ylabel="loss", ylim=(0, 5))
axes[1].set(ylabel="size of the gradient in the logit")
for panel in axes:
    panel.set_xlabel("probability of the true class")
axes[0].legend()
plt.show()
