"""Shows two ways to hold the level of the logits, which cross-entropy leaves free."""

import math

import torch
import torch.nn.functional as F


def z_loss(logits, weight=1e-4):
    return weight * torch.logsumexp(logits, -1) ** 2


def soft_cap(logits, cap):
    return cap * torch.tanh(logits / cap)


def lowest_loss(vocabulary, cap):  # every capped logit lies in (-cap, cap)
    return math.log1p((vocabulary - 1) * math.exp(-2 * cap))


logits = torch.tensor([2.0, 1.2, 0.3, -1.0])  # the target is token 0
target = torch.tensor(0)
print("added to all logits   float32 CE   bfloat16 CE   z-loss")
for level in (0.0, 30.0, 300.0):
    moved = logits + level
    rounded = moved.bfloat16().float()
    print(
        f"{level:19.0f} {F.cross_entropy(moved, target):12.4f}"
        f" {F.cross_entropy(rounded, target):13.4f} {z_loss(moved):8.4f}"
    )

z = torch.tensor([5.0, 30.0, 100.0], requires_grad=True)
capped = soft_cap(z, 30.0)
capped.sum().backward()
print("soft cap at 30")
for before, after, slope in zip(z, capped, z.grad):
    print(f"  logit {before:5.1f} becomes {after:5.2f}, gradient times {slope:.3f}")
print(
    "lowest loss with 128,256 tokens:",
    f"cap 30 {lowest_loss(128_256, 30):.3f}, cap 5 {lowest_loss(128_256, 5):.3f}",
)
