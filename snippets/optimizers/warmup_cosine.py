"""Shows warm-up and cosine in PyTorch, and the first update lost at learning rate 0."""

import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def factor(step, warmup, total, floor=0.1, offset=1):  # step counts from 0
    if step < warmup:
        return (step + offset) / warmup
    progress = min(1, (step - warmup) / (total - warmup))
    return floor + (1 - floor) * (1 + math.cos(math.pi * progress)) / 2


def run(offset, total=20, warmup=5):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.AdamW([weight], lr=1e-3)
    scheduler = LambdaLR(
        optimizer, lambda step: factor(step, warmup, total, 0.1, offset)
    )
    rates, moves = [], []
    for _ in range(total):
        before = weight.item()
        (weight - 1).square().sum().backward()
        rates.append(optimizer.param_groups[0]["lr"])  # the rate this update uses
        optimizer.step()
        scheduler.step()  # after optimizer.step(), once per update
        optimizer.zero_grad()
        moves.append(weight.item() - before)
    return rates, moves


for name, offset in (("step / warmup", 0), ("(step + 1) / warmup", 1)):
    rates, moves = run(offset)
    print(f"{name:20} rates", *(f"{1e3 * r:.2f}" for r in rates[:6]), "... e-3")
    print(f"{'':20} first move {moves[0]:.1e}, last rate {1e3 * rates[-1]:.2f}e-3")
