"""Shows when α acts like the learning rate: exactly, with A's start scaled along."""

import numpy as np
import torch


def trained_update(optimizer_class, alpha, learning_rate, start=1.0, steps=1):
    """Return (α/r) B A after some steps; start multiplies A's initial values."""
    rng = np.random.default_rng(0)
    X, Y, A = (torch.tensor(rng.normal(size=s)) for s in ((50, 8), (50, 6), (2, 8)))
    A, B = start * A, torch.zeros(6, 2, dtype=A.dtype)
    factors = [A.requires_grad_(), B.requires_grad_()]
    options = {"eps": 1e-16} if optimizer_class is torch.optim.Adam else {}
    optimizer = optimizer_class(factors, lr=learning_rate, **options)
    for _ in range(steps):
        optimizer.zero_grad()
        ((X @ (alpha / 2 * B @ A).T - Y) ** 2).mean().backward()
        optimizer.step()
    return (alpha / 2 * B @ A).detach()


def same(one, other):
    return torch.allclose(one, other, rtol=1e-9)


for name, optimizer, rate, factor in (
    ("SGD", torch.optim.SGD, 0.01, 2),
    ("Adam", torch.optim.Adam, 0.01, 2**0.5),
):
    once = trained_update(optimizer, 4, rate)
    for label, alpha, eta in (("twice α", 8, rate), ("twice η", 4, 2 * rate)):
        first = trained_update(optimizer, alpha, eta)
        print(f"{name}, first update with {label}: × {first.norm() / once.norm():.0f}")
    alpha_twice = trained_update(optimizer, 8, rate, steps=50)
    eta_twice = trained_update(optimizer, 4, 2 * rate, steps=50)
    scaled = trained_update(optimizer, 4, factor * rate, start=2**0.5, steps=50)
    print(f"  50 steps, (2α, η) equals (α, 2η): {same(alpha_twice, eta_twice)}")
    label = "2η" if name == "SGD" else "√2 η"
    print(f"  with √2 A at the start, (α, {label}): {same(alpha_twice, scaled)}")
