"""Shows a LoRA adapter wrapped around an existing nn.Linear in PyTorch."""

import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha, dropout=0.0):
        super().__init__()
        self.base = base.requires_grad_(False)  # W0 and its bias
        self.A = nn.Parameter(torch.empty(r, base.in_features))
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))  # U(±1/√d_in), as nn.Linear
        self.dropout = nn.Dropout(dropout)  # on the adapter's input alone
        self.scale = alpha / r

    def forward(self, x):
        return self.base(x) + self.scale * (self.dropout(x) @ self.A.T) @ self.B.T


torch.manual_seed(0)
base = nn.Linear(8, 6)
layer = LoRALinear(base, r=2, alpha=4)
x = torch.randn(5, 8)
print("same output as the base layer:", torch.equal(layer(x), base(x)))

layer(x).square().sum().backward()
for name, parameter in layer.named_parameters():
    shape = f"{name:11} {tuple(parameter.shape)!s:6}"
    if parameter.requires_grad:
        print(shape, f"largest gradient {parameter.grad.abs().max():.1f}")
    else:
        print(shape, "frozen")
