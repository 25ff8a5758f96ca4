"""Shows three ways to write binary cross-entropy, and which lose the gradient."""

import torch
from torch.nn.functional import binary_cross_entropy, binary_cross_entropy_with_logits


def from_logits(z, y):
    return binary_cross_entropy_with_logits(z, y)


def from_probability(z, y):
    return binary_cross_entropy(torch.sigmoid(z), y)


def from_clipped_probability(z, y):
    p = torch.sigmoid(z).clamp(1e-7, 1 - 1e-7)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()


def value_and_gradient(loss, logit, label):
    z = torch.tensor([logit], requires_grad=True)
    value = loss(z, torch.tensor([label]))
    value.backward()
    return value.item(), z.grad.item()


print("label 0                   logit     loss  gradient")
for loss in (from_logits, from_probability, from_clipped_probability):
    for logit in (5.0, 20.0):
        value, gradient = value_and_gradient(loss, logit, 0.0)
        print(f"{loss.__name__:24} {logit:6.0f} {value:8.2f} {gradient:9.4f}")
print("1 - 1e-7 in float16:", torch.tensor(1 - 1e-7).half().item())
