"""Shows unit tests for a mean loss of logits, and which of four losses passes them."""

import torch
import torch.nn.functional as F


def from_probabilities(z, y):
    p = torch.sigmoid(z)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()


class HandWritten(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, y):
        ctx.save_for_backward(z, y)
        return F.softplus(z).sub(y * z).mean()

    @staticmethod
    def backward(ctx, upstream):
        z, y = ctx.saved_tensors
        return upstream * (torch.sigmoid(z) - y), None  # the mistake: 1/n is missing


def guarded(z, y):
    return F.binary_cross_entropy_with_logits(z, y, reduction="sum") / (len(z) or 1)


def finite_with_gradient(loss, z, y):
    z = z.clone().requires_grad_()
    value = loss(z, y)
    value.backward()
    return bool(value.isfinite() and z.grad.isfinite().all())


def audit(loss, z, y):  # z: (n,) in float64, y: (n,) of 0 and 1
    sure = 40 * y - 20
    right, wrong = loss(sure, y), loss(-sure, y)
    return {
        "gradcheck": torch.autograd.gradcheck(
            lambda v: loss(v, y), z.clone().requires_grad_(), raise_exception=False
        ),
        "extreme": finite_with_gradient(loss, 1000 * z, y),
        "limits": torch.stack([right, wrong]).allclose(z.new_tensor([0, 20])),
        "order": loss(z.flip(0), y.flip(0)).allclose(loss(z, y)),
        "doubled": loss(torch.cat([z, z]), torch.cat([y, y])).allclose(loss(z, y)),
        "empty": finite_with_gradient(loss, z[:0], y[:0]),
    }


z = torch.tensor([-2.0, -0.4, 0.3, 1.7, 3.0], dtype=torch.float64)
y = torch.tensor([0.0, 1.0, 1.0, 0.0, 1.0], dtype=torch.float64)
for name, loss in {
    "log of sigmoid": from_probabilities,
    "own backward": HandWritten.apply,
    "library": F.binary_cross_entropy_with_logits,
    "guarded": guarded,
}.items():
    failed = [check for check, passed in audit(loss, z, y).items() if not passed]
    print(f"{name:15s} {loss(z, y):.4f}  fails: {', '.join(failed) or 'nothing'}")
