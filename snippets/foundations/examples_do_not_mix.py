"""Shows a gradient test that finds code which mixes the examples of a batch."""

import torch
from torch import nn


def mixes(model, shape=(4, 6)):
    """Whether the output of example 1 depends on another example of the batch."""
    x = torch.randn(shape, requires_grad=True)
    output = model(x)[1]
    (output @ torch.rand_like(output)).backward()  # a plain sum may be constant
    reached = x.grad.abs().flatten(1).sum(dim=1) > 0  # one entry an example
    return reached.tolist() != [i == 1 for i in range(shape[0])]


torch.manual_seed(0)
candidates = {
    "linear": nn.Linear(6, 6),
    "softmax over dim 0": nn.Softmax(dim=0),
    "layer norm": nn.LayerNorm(6),
    "batch norm, training": nn.BatchNorm1d(6),
    "batch norm, evaluation": nn.BatchNorm1d(6).eval(),
}
for name, model in candidates.items():
    print(f"{name:23} mixes examples: {mixes(model)}")


def reshaped(x):
    return x.T.reshape(4, 6)  # meant: x.T.T


print(f"{'reshape for transpose':23} mixes examples: {mixes(reshaped)}")
