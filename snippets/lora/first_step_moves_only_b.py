"""Shows what the first two steps move: B alone, unless the optimiser decays A."""

import torch


def moves(optimizer_class, steps, **options):
    """Return the root-mean-square distance that A and B have moved."""
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(32, 8, generator=generator)
    y = torch.randn(32, 6, generator=generator)
    start = torch.randn(2, 8, generator=generator)
    A = start.clone().requires_grad_()
    B = torch.zeros(6, 2, requires_grad=True)
    optimizer = optimizer_class([A, B], **options)
    for _ in range(steps):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(x @ A.T @ B.T, y).backward()
        optimizer.step()
    return [(end - begin).square().mean().sqrt() for end, begin in ((A, start), (B, 0))]


print("                          A        B")
for name, optimizer_class, options in (
    ("SGD", torch.optim.SGD, {"lr": 0.1}),
    ("AdamW, no decay", torch.optim.AdamW, {"lr": 1e-3, "weight_decay": 0}),
    ("AdamW, default decay", torch.optim.AdamW, {"lr": 1e-3}),
):
    print(name)
    for steps in (1, 2):
        A, B = moves(optimizer_class, steps, **options)
        moved = f"{A:.0e}" if A > 0 else "exactly 0"
        print(f"  after step {steps}     {moved:>9} {B:8.0e}")
