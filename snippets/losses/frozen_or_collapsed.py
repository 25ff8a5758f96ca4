"""Shows two dead states, frozen and collapsed: the loss tells them apart."""

import math

import torch
import torch.nn.functional as F


def triplet(a, p, n):  # squared distances, margin 0.2
    gap = (a - p).square().sum(dim=1) - (a - n).square().sum(dim=1)
    return torch.relu(0.2 + gap)


def info_nce(a, p):
    logits = F.normalize(a) @ F.normalize(p).T / 0.1
    return F.cross_entropy(logits, torch.arange(len(a)), reduction="none")


def report(name, losses, anchors):
    (gradient,) = torch.autograd.grad(losses.sum(), anchors)
    size = gradient.norm(dim=1).mean()
    print(
        f"{name:23} mean loss {losses.mean():6.3f}, gradient of an anchor {size:6.3f}"
    )


torch.manual_seed(0)
a, p, n = torch.randn(3, 256, 16, dtype=torch.float64).requires_grad_().unbind()
point = torch.ones_like(a, requires_grad=True)
report("triplet, untrained", triplet(a, p, n), a)
report("triplet, easy negatives", triplet(a, a, -a), a)
report("triplet, collapsed", triplet(point, point, point), point)
report("InfoNCE, untrained", info_nce(a, p), a)
report("InfoNCE, collapsed", info_nce(point, point), point)
print(f"margin 0.200, log 256 = {math.log(256):.3f}")
