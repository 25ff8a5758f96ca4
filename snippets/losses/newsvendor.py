"""Shows that the cheapest stock is a quantile of demand, at a level set by the costs."""

import numpy as np

TOO_MUCH, TOO_LITTLE = 1.0, 4.0  # cost of an unsold loaf, of a missed sale


def cost(stock, demand):
    left_over = (stock - demand).clip(0)
    missed = (demand - stock).clip(0)
    return np.mean(TOO_MUCH * left_over + TOO_LITTLE * missed)


demand = np.random.default_rng(0).negative_binomial(n=5, p=0.05, size=9_999)
stocks = np.arange(demand.max())
cheapest = stocks[np.argmin([cost(stock, demand) for stock in stocks])]
tau = TOO_LITTLE / (TOO_LITTLE + TOO_MUCH)
print(f"cheapest stock {cheapest}, {tau}-quantile {np.quantile(demand, tau):.0f}")
for name, stock in (("mean", demand.mean()), ("median", np.median(demand))):
    extra = cost(stock, demand) / cost(cheapest, demand) - 1
    print(f"{name} {stock:.0f}: {extra:.0%} dearer")
