"""Shows which running means bf16 can store: long memories freeze."""

import torch


def after_silence(beta, steps, dtype):
    """Adam's second moment, from 1, after `steps` gradients of 0; stored in `dtype`."""
    v = torch.ones((), dtype=dtype)
    for _ in range(steps):
        v = (v.float() * beta).to(dtype)  # computed in fp32 all the same
    return v.item()


def frozen(beta):
    """The share of bf16 numbers that stay as they are when multiplied by beta."""
    v = (1 + torch.arange(128) / 128).bfloat16()  # all from 1 to 2; the rest repeat
    return ((v.float() * beta).bfloat16() == v).float().mean().item()


for beta in (0.999, 0.99, 0.95):
    stored = after_silence(beta, 100, torch.bfloat16)
    exact = after_silence(beta, 100, torch.float32)
    print(f"beta2 = {beta}: fp32 {exact:.3f}, bf16 {stored:.3f}")
for beta in (0.999, 0.9975, 0.996):
    print(f"beta2 = {beta}: {frozen(beta):.0%} of all bf16 values cannot decay")
