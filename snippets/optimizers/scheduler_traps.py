"""Shows three ways in which a PyTorch scheduler does something else than meant."""

import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def optimizer_and_scheduler(t_max):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(()))], lr=1.0)
    return optimizer, CosineAnnealingLR(optimizer, t_max)


def rates(t_max, every=1, updates=100):  # the rate that each update uses
    optimizer, scheduler = optimizer_and_scheduler(t_max)
    used = []
    for i in range(1, updates + 1):
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if i % every == 0:
            scheduler.step()
    return used


def show(label, used):
    marks = [used[i] for i in (0, 24, 49, 74, 99)]
    print(f"{label:32}", *(f"{rate:.2f}" for rate in marks))


print("100 updates, 10 epochs; update:   1   25   50   75  100")
show("T_max=100, step per update", rates(100))
show("T_max=10, step per epoch", rates(10, every=10))
show("T_max=10, step per update", rates(10))
show("T_max=100, step per epoch", rates(100, every=10))
show("T_max=50, trained on to 100", rates(50))

optimizer, scheduler = optimizer_and_scheduler(t_max=2)
with warnings.catch_warnings(record=True) as caught:
    scheduler.step()  # wrong order: the rate of the first update is skipped
    first = optimizer.param_groups[0]["lr"]
    optimizer.step()
print(f"scheduler first: {caught[0].category.__name__}, T_max=2 starts at {first:.2f}")
