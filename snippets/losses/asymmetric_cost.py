"""Shows the stock that each loss orders when a missing unit costs 9, a spare one 1."""

import numpy as np
from scipy.optimize import minimize_scalar


def pinball(error, tau):  # error = demand - stock: positive when short
    return tau * error.clip(min=0) + (1 - tau) * (-error).clip(min=0)


def asymmetric_square(error, tau):
    return tau * error.clip(min=0) ** 2 + (1 - tau) * (-error).clip(min=0) ** 2


def linex(error, a):  # exponential when short, linear when there is too much
    return np.exp(a * error) - a * error - 1


def best_constant(loss, y):
    found = minimize_scalar(lambda c: loss(y - c).mean(), bounds=(y.min(), y.max()))
    return found.x


def daily_cost(stock, y):
    return np.mean(9 * (y - stock).clip(min=0) + (stock - y).clip(min=0))


demand = np.random.default_rng(0).gamma(4, 25, 1000)  # skewed, mean about 100
losses = {
    "squared": lambda e: e**2,
    "pinball, tau 0.9": lambda e: pinball(e, 0.9),
    "asymmetric square, tau 0.9": lambda e: asymmetric_square(e, 0.9),
    "LINEX, a = 0.02": lambda e: linex(e, 0.02),
}
print("loss                       stock  cost a day  days not short")
for name, loss in losses.items():
    stock = best_constant(loss, demand)
    enough = np.mean(demand <= stock)
    print(f"{name:26s} {stock:5.0f} {daily_cost(stock, demand):11.1f} {enough:14.0%}")
