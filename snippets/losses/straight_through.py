"""Shows the straight-through trick: a gradient for rounding, and its oscillation."""

import matplotlib.pyplot as plt
import torch


def round_straight_through(x):
    return x + (x.round() - x).detach()  # value: x.round(); gradient: that of x


def gradient(quantise, x, target):
    x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    ((quantise(x) - target) ** 2).backward()
    return x.grad.item()


def descend(x, target, rate, steps):
    path = [x]
    for _ in range(steps):
        x -= rate * gradient(round_straight_through, x, target)
        path.append(x)
    return torch.tensor(path, dtype=torch.float64)


print(
    f"x = 1.2, target 1.4: gradient of rounding {gradient(torch.round, 1.2, 1.4):.1f}"
)
print(f"straight through {gradient(round_straight_through, 1.2, 1.4):.1f}")
path = descend(1.41, 1.4, rate=0.03, steps=60)
used = path.round()  # what the model computes with
print(f"values used: {sorted(set(used.tolist()))}, their mean {used.mean():.1f}")

plt.plot(path, label="x")
plt.plot(used, ".", label="rounded x")
plt.xlabel("step")
plt.ylabel("value")
plt.legend()
plt.show()
