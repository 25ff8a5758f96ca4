"""Shows that state_dict() is no copy: the 'best' weights go on training."""

import copy

import torch

w = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.constant_(w.weight, 0.0)
optimizer = torch.optim.SGD(w.parameters(), lr=0.25)
best = float("inf")
for step in range(6):
    optimizer.zero_grad()
    (w.weight - 4).square().sum().backward()  # training: the minimum is at 4
    optimizer.step()
    validation = abs(w.weight.item() - 2.8)  # validation: at 2.8
    print(
        f"step {step}: weight {w.weight.item():.3f}, validation loss {validation:.3f}"
    )
    if validation < best:
        best, alias = validation, w.state_dict()
        copied = copy.deepcopy(w.state_dict())
print(f"best validation loss {best:.3f}")
for name, kept in (("state_dict()", alias), ("deepcopy(state_dict())", copied)):
    print(f"weight kept by {name:22}: {kept['weight'].item():.3f}")
