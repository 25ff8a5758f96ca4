"""Shows which prediction minimises each expected loss when P(y = 1) = pi."""

import numpy as np

LOSSES = {
    "log loss": lambda q, y: -np.log(q if y else 1 - q),
    "Brier": lambda q, y: (q - y) ** 2,
    "absolute": lambda q, y: abs(q - y),
}


def expected(loss, q, pi):
    return pi * loss(q, 1) + (1 - pi) * loss(q, 0)


def regret(loss, q, pi):  # what saying q costs when pi is true
    return expected(loss, q, pi) - expected(loss, pi, pi)


q = np.arange(1, 1000) / 1000
for pi in (0.05, 0.3, 0.8):
    best = {n: f"{q[np.argmin(expected(f, q, pi))]:.3f}" for n, f in LOSSES.items()}
    print(f"pi = {pi}, best q: {best}")
for said in (0.1, 0.0001):
    cost = {n: f"{regret(LOSSES[n], said, 0.05):.4f}" for n in ("log loss", "Brier")}
    print(f"pi = 0.05, cost of saying {said}: {cost}")
