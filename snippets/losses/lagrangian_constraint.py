"""Shows a constraint as a fixed penalty, violated a little, and as a learned price."""

import numpy as np


def penalised(wanted, budget, rho):
    """Minimiser of mean((w - wanted)²) + rho * max(0, mean(w) - budget)²."""
    excess = (wanted.mean() - budget).clip(min=0) / (1 + rho)  # what remains of it
    return wanted - rho * excess


def best_response(wanted, price):
    """Minimiser of mean((w - wanted)²) + price * mean(w)."""
    return wanted - price / 2


def dual_ascent(wanted, budget, rounds):
    price = 0.0
    for _ in range(rounds):
        w = best_response(wanted, price)
        price = (price + w.mean() - budget).clip(min=0)  # dearer while violated
    return best_response(wanted, price), price


wanted = np.array([1.0, 2.0, 6.0])  # mean 3
budget = 2
print("constraint: mean(w) <=", budget)
for rho in (1, 10, 100):
    w = penalised(wanted, budget, rho)
    print(f"penalty {rho:3d}: w = {w.round(2)}, mean {w.mean():.3f}")
for rounds in (1, 3, 9):
    w, price = dual_ascent(wanted, budget, rounds)
    print(f"round {rounds}: price {price:.3f}, mean {w.mean():.3f}")
budget = 4
w, price = dual_ascent(wanted, budget, rounds)
print(f"constraint: mean(w) <= {budget}; price {price:.3f}, mean {w.mean():.3f}")
