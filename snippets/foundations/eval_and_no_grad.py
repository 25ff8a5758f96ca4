"""Shows that eval() and no_grad() switch different things: neither implies the other."""

import torch
from torch import nn


def probe(module, training, grad):
    """Whether a forward pass varies, changes the module's buffers, records a graph."""
    module.train(training)
    x = torch.randn(8, 4, generator=torch.Generator().manual_seed(3))
    before = [b.tolist() for b in module.buffers()]
    with torch.set_grad_enabled(grad):
        first, second = module(x), module(x)
    moved = before != [b.tolist() for b in module.buffers()]
    return not first.equal(second), moved, first.requires_grad


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.Dropout())
print("mode   grad     random  buffers move  graph")
for training in (True, False):
    for grad in (True, False):
        row = probe(net, training, grad)
        mode, context = "train" if training else "eval ", "on " if grad else "off"
        print(
            mode, " " + context, *(f"{'yes' if found else 'no':>10}" for found in row)
        )
