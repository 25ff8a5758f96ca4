"""Shows the same five losses in PyTorch, where autograd supplies the gradients."""

from functools import partial

import torch
import torch.nn.functional as F


def log_cosh(prediction, target):
    size = (prediction - target).abs()
    return size + F.softplus(-2 * size) - torch.log(torch.tensor(2.0))


def pinball(prediction, target, tau=0.9):
    e = prediction - target
    return torch.maximum(-tau * e, (1 - tau) * e)


def loss_and_gradient(loss, prediction, target):
    prediction = prediction.clone().requires_grad_()
    value = loss(prediction, target)  # (n,)
    value.sum().backward()
    return value.detach(), prediction.grad


losses = {
    "squared": partial(F.mse_loss, reduction="none"),
    "absolute": partial(F.l1_loss, reduction="none"),
    "huber": partial(F.huber_loss, reduction="none"),
    "log_cosh": log_cosh,
    "pinball": pinball,
}
target = torch.tensor([12.0, 2.5, 1.5, -8.0])
prediction = torch.full((4,), 2.0)
print("error     " + "".join(f"{e:15.1f}" for e in prediction - target))
for name, loss in losses.items():
    pairs = zip(*loss_and_gradient(loss, prediction, target))
    print(
        f"{name:10}" + "".join(f"{value:8.3f} {slope:6.2f}" for value, slope in pairs)
    )
