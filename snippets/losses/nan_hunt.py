"""Shows hooks that name the module in which the first NaN or infinity is born."""

import torch
from torch import nn


def finite(tensors):
    return all(t.isfinite().all() for t in tensors if t is not None)


def watch(module, name, found):
    """Note in `found` when this module turns finite tensors into others."""

    def forward(module, inputs, output):
        if finite(inputs) and not finite([output]):
            found.append(f"forward of {name}")

    def backward(module, sent_down, received):
        if finite(received) and not finite(sent_down):
            found.append(f"backward of {name}")

    yield module.register_forward_hook(forward)
    yield module.register_full_backward_hook(backward)


def hunt(model, batch):
    found, hooks = [], []
    for name, module in model.named_modules():
        if not list(module.children()):  # the layers, without their containers
            hooks += watch(module, f"{name}, {type(module).__name__}", found)
    model(batch).sum().backward()
    for hook in hooks:
        hook.remove()
    return found


class Log(nn.Module):
    def forward(self, x):
        return x.log()


class LogOrZero(nn.Module):
    def forward(self, x):
        return torch.where(x > 0, x.log(), 0)


batch = torch.tensor(0.0, requires_grad=True)
for layer in (Log(), LogOrZero(), nn.Softplus()):
    print(hunt(nn.Sequential(nn.ReLU(), layer), batch) or "nothing found")
