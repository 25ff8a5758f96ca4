"""Shows AdamW groups for LoRA: no decay on the factors, a rate of its own for B."""

import torch
from torch import nn


def parameter_groups(model, learning_rate, ratio=1.0, head_decay=0.01):
    """Return the groups of an AdamW; modules trained in full keep the usual decay."""
    groups = {
        "A": {"lr": learning_rate, "weight_decay": 0.0},
        "B": {"lr": ratio * learning_rate, "weight_decay": 0.0},
        "full": {"lr": learning_rate, "weight_decay": head_decay},
        "full, biases and norms": {"lr": learning_rate, "weight_decay": 0.0},
    }
    for group in groups.values():
        group["params"] = []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            kind = "full, biases and norms" if parameter.ndim == 1 else "full"
            kind = "A" if "lora_A" in name else "B" if "lora_B" in name else kind
            groups[kind]["params"].append(parameter)
    return [
        {"name": name, **group} for name, group in groups.items() if group["params"]
    ]


class Adapted(nn.Module):
    def __init__(self, base, r):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.lora_A = nn.Parameter(torch.randn(r, base.in_features))
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + x @ self.lora_A.T @ self.lora_B.T


model = nn.Sequential(Adapted(nn.Linear(16, 32), r=4), nn.ReLU(), nn.Linear(32, 3))
optimizer = torch.optim.AdamW(parameter_groups(model, 1e-3, ratio=16))
for group in optimizer.param_groups:
    size = sum(parameter.numel() for parameter in group["params"])
    print(f"{group['name']:23} {size:4} numbers, ", end="")
    print(f"lr {group['lr']:g}, decay {group['weight_decay']:g}")
