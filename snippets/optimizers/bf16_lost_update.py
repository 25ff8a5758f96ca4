"""Shows weight updates that bf16 loses, and an fp32 master weight that keeps them."""

import torch


def bf16(x):
    return torch.tensor(x).bfloat16()  # to the nearest, ties to even


def moves(theta, ratio):
    """Whether a bf16 weight changes when `ratio` times itself is added."""
    weight = bf16(theta)
    return (weight + bf16(theta * ratio)).item() != weight.item()


thetas = (1.0, 1.25, 1.9375)
print("update / weight   " + "".join(f"  theta={t}" for t in thetas))
for power in (-7.5, -8.0, -8.5, -9.0, -9.5):
    row = [moves(theta, 2**power) for theta in thetas]
    print(f"2^{power}      ", *(f"{'moves' if m else 'lost':>10}" for m in row))
for eta in (3e-4, 1e-5):
    some, all_ = eta * 2**8, eta * 2**9
    print(
        f"a step of {eta} is lost by some weights above {some:.2g}, all above {all_:.2g}"
    )

total, exact, update = bf16(1.0), torch.tensor(1.0), 0.001
for _ in range(1000):
    total += bf16(update)
    exact += update
print(f"1000 updates of {update}: bf16 {total:.2f}, fp32 master {exact:.2f}")

weight = torch.nn.Parameter(torch.full((4,), 0.5, dtype=torch.bfloat16))
master = torch.nn.Parameter(torch.full((4,), 0.5))
for parameter in (weight, master):
    optimizer = torch.optim.AdamW([parameter], lr=0.001, weight_decay=0.1)
    for _ in range(1000):
        parameter.grad = torch.zeros_like(parameter)  # so that only the decay acts
        optimizer.step()
print(f"1000 steps of AdamW's decay: bf16 {weight[0]:.3f}, fp32 {master[0]:.3f}")
