"""Shows what a constant factor in the loss changes: SGD and ridge, hardly Adam."""

import numpy as np
import torch


def first_step(optimiser, factor):  # of one weight at 0, target 3, squared error
    weight = torch.zeros(1, requires_grad=True)
    step = optimiser([weight], lr=0.1)
    (factor * (weight - 3) ** 2).sum().backward()
    step.step()
    return weight.item()


def ridge(x, y, penalty, factor):  # minimises factor * squared error + penalty * w²
    return factor * (x @ y) / (factor * (x @ x) + penalty)


x = np.arange(1.0, 11.0)  # ten examples of y = 2x
y = 2 * x
print("factor on the loss     SGD step   Adam step   ridge weight")
for name, factor in (("1", 1.0), ("1/2", 0.5), ("1/n", 0.1)):
    sgd, adam = (first_step(o, factor) for o in (torch.optim.SGD, torch.optim.Adam))
    print(f"{name:18} {sgd:12.2f} {adam:11.2f} {ridge(x, y, 40.0, factor):14.2f}")
