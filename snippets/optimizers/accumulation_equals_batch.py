"""Shows when gradients of micro-batches add up to that of the whole batch."""

import torch
from torch import nn
from torch.nn.functional import mse_loss


def gradient(model, pieces, divisor):
    """Summed over (inputs, targets) pieces, each of whose mean loss is divided."""
    model.zero_grad()
    for x, y in pieces:
        (mse_loss(model(x), y) / divisor).backward()
    return torch.cat([p.grad.flatten() for p in model.parameters()])


def against_whole(model, x, y, sizes, divisor):
    """Length of the accumulated gradient, and its relative distance from the right one."""
    right = gradient(model, [(x, y)], 1)
    ours = gradient(
        model, list(zip(x.split(sizes), y.split(sizes), strict=True)), divisor
    )
    return (ours.norm() / right.norm()).item(), ((ours - right).norm() / right.norm())


torch.manual_seed(0)
x, y = torch.randn(24, 5).double(), torch.randn(24, 1).double()
plain = nn.Sequential(nn.Linear(5, 8), nn.Tanh(), nn.Linear(8, 1)).double()
normed = nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.Linear(8, 1)).double()
cases = {
    "4 of 6, divided by 4": (plain, [6, 6, 6, 6], 4),
    "4 of 6, not divided": (plain, [6, 6, 6, 6], 1),
    "22 and 2, divided by 2": (plain, [22, 2], 2),
    "4 of 6, batch norm": (normed, [6, 6, 6, 6], 4),
}
for name, (model, sizes, divisor) in cases.items():
    length, distance = against_whole(model, x, y, sizes, divisor)
    print(f"{name:23} length {length:.1f}, off by {distance:.1f}")
