"""Shows the gradient of the last block at the start, for pre-norm and post-norm."""

import torch
from torch import nn


def block(d):  # keeps the variance of a normalised input
    first, last = nn.Linear(d, 4 * d, bias=False), nn.Linear(4 * d, d, bias=False)
    nn.init.kaiming_normal_(first.weight)
    nn.init.normal_(last.weight, std=(4 * d) ** -0.5)
    return nn.Sequential(first, nn.ReLU(), last)


def stack(blocks, norm, h, pre):
    for f in blocks:
        h = h + f(norm(h)) if pre else norm(h + f(h))
    return norm(h) if pre else h


def last_gradient(depth, pre, d=64, tokens=256):
    torch.manual_seed(0)
    blocks = [block(d) for _ in range(depth)]
    norm = nn.LayerNorm(d)  # its gain is 1 at the start, so one serves all places
    h = stack(blocks, norm, torch.randn(tokens, d), pre)
    (h * torch.randn(tokens, d)).sum().backward()
    return blocks[-1][2].weight.grad.norm()


print("gradient of the last block, relative to 4 blocks")
for depth in (4, 16, 64):
    pre, post = (last_gradient(depth, w) / last_gradient(4, w) for w in (True, False))
    print(f"{depth:2d} blocks: pre-norm {pre:.1f}, post-norm {post:.1f}")
