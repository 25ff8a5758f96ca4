"""Shows parameter groups for AdamW: matrices decay, gains and biases do not."""

import torch
from torch import nn


def decay_groups(model, weight_decay, decay_embeddings):
    embeddings = {m.weight for m in model.modules() if isinstance(m, nn.Embedding)}
    decay, keep = [], []
    for parameter in model.parameters():  # a tied weight comes once
        if parameter.requires_grad:
            matrix = parameter.ndim >= 2
            spared = parameter in embeddings and not decay_embeddings
            (decay if matrix and not spared else keep).append(parameter)
    return [
        {"params": decay, "weight_decay": weight_decay},
        {"params": keep, "weight_decay": 0.0},
    ]


model = nn.Sequential(nn.Embedding(50, 8), nn.LayerNorm(8), nn.Linear(8, 4))
groups = decay_groups(model, weight_decay=0.1, decay_embeddings=False)
optimizer = torch.optim.AdamW(groups, lr=0.1)

before = {name: p.detach().clone() for name, p in model.named_parameters()}
for parameter in model.parameters():
    parameter.grad = torch.zeros_like(parameter)  # decay is all that can move them
optimizer.step()
for name, parameter in model.named_parameters():
    kept = (parameter.norm() / before[name].norm()).item() if before[name].any() else 1
    print(f"{name:9s} {tuple(parameter.shape)!s:8s} norm × {kept:.3f}")
