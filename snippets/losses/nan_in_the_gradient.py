"""Shows two finite losses whose gradient is NaN, and what avoids it."""

import torch


def log_or_zero_naive(x):
    return torch.where(x > 0, x.log(), 0)  # the branch not taken sends 0 * inf back


def log_or_zero(x):
    positive = x > 0
    safe = torch.where(positive, x, 1)  # no entry of the log is ever 0
    return torch.where(positive, safe.log(), 0)


def norm_naive(d):
    return d.square().sum().sqrt()  # slope of the root at 0: infinite


def norm_eps(d):
    return (d.square().sum() + 1e-12).sqrt()


def value_and_gradient(loss, x):
    x = x.clone().requires_grad_()
    value = loss(x)
    value.backward()
    return value.item(), x.grad.tolist()


x = torch.tensor([0.0, 2.0])
for name, loss in {
    "where": lambda x: log_or_zero_naive(x).sum(),
    "double where": lambda x: log_or_zero(x).sum(),
    "sqrt of a sum of squares": lambda v: norm_naive(v - x),
    "with eps inside": lambda v: norm_eps(v - x),
    "torch.linalg.vector_norm": lambda v: torch.linalg.vector_norm(v - x),
}.items():
    value, gradient = value_and_gradient(loss, x)
    print(f"{name:25s} loss {value:.3f}  gradient {gradient}")
