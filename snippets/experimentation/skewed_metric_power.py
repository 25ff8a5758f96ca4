"""Shows capping a skewed metric: more power for one change, blindness to another."""

import numpy as np
from scipy.stats import norm

USERS, BUYERS = 20_000, 0.05  # an arm; share that orders anything
CAP = 200


def mean_and_error(of_orders, buyers):  # everyone else spends 0
    start = np.concatenate([[0], np.cumsum(buyers)[:-1]])  # each test's first order
    mean = np.add.reduceat(of_orders, start) / USERS
    square = np.add.reduceat(of_orders**2, start) / USERS
    return mean, (square - mean**2) / USERS


def arm(rng, tests, more_buyers=1.0, larger_tail=1.0):
    buyers = rng.binomial(USERS, BUYERS * more_buyers, tests)
    orders = rng.lognormal(3, 1.5, buyers.sum())
    orders = np.where(orders > CAP, CAP + larger_tail * (orders - CAP), orders)
    return orders, buyers


def significant(transform, treated, control):
    a, variance_a = mean_and_error(transform(control[0]), control[1])
    b, variance_b = mean_and_error(transform(treated[0]), treated[1])
    z = (b - a) / np.sqrt(variance_a + variance_b)
    return (2 * norm.sf(abs(z)) < 0.05).mean()


metrics = {
    "revenue": lambda spend: spend,
    "revenue, at most 200 a user": lambda spend: spend.clip(max=CAP),
    "log(1 + revenue)": np.log1p,
    "bought anything": np.ones_like,
}
changes = {"nothing": {}, "more": {"more_buyers": 1.1}, "tail": {"larger_tail": 2}}
rng = np.random.default_rng(0)
control = arm(rng, tests=1_000)
arms = {change: arm(rng, 1_000, **how) for change, how in changes.items()}
print("share of tests that call a difference:")
print("no change, 10 % more buyers, large orders larger")
for name, transform in metrics.items():
    rates = [significant(transform, treated, control) for treated in arms.values()]
    print(*(f"{rate:.2f}" for rate in rates), name)
