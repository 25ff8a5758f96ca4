"""Shows which ways to log a loss keep memory alive: graph nodes, or activations too."""

import weakref

import torch
from torch import nn

LOGGERS = {
    "total += loss": lambda total, loss: total + loss,
    "total += loss.detach()": lambda total, loss: total + loss.detach(),
    "total += loss.item()": lambda total, loss: total + loss.item(),
}


class Box:
    def __init__(self, tensor):
        self.tensor = tensor


def nodes(total):  # how many operations can be reached from it backwards
    stack, seen = [getattr(total, "grad_fn", None)], set()
    while stack:
        node = stack.pop()
        if node is not None and node not in seen:
            seen.add(node)
            stack += [parent for parent, _ in node.next_functions]
    return len(seen)


def epoch(logger, backward, batches=10):
    """Nodes and saved tensors still alive at the end of an epoch."""
    model = nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 1))
    alive, total = weakref.WeakSet(), 0.0

    def pack(tensor):  # called for every tensor that is kept for the backward pass
        box = Box(tensor.detach())  # or the box and the graph hold each other
        alive.add(box)
        return box

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda box: box.tensor):
        for _ in range(batches):
            loss = model(torch.ones(32, 8)).square().mean()
            if backward:
                loss.backward()
            total = LOGGERS[logger](total, loss)
            del loss
    return nodes(total), len(alive)


def row(title, logger, backward):
    kept, saved = epoch(logger, backward)
    print(f"{title:10} {logger:22} {kept:6} {saved:14}")


print("                                   nodes  saved tensors")
for title, backward in (("training", True), ("validation", False)):
    for logger in LOGGERS:
        row(title, logger, backward)
with torch.no_grad():
    row("no_grad", "total += loss", backward=False)
