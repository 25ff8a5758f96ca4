"""Shows a rise of missed fraud that a dashboard of immature labels draws as a fall."""

import numpy as np

DAYS, CHANGE, DELAY = 60, 40, 20.0  # delay: mean days until a chargeback arrives
PAYMENTS = 50_000  # accepted a day


def arrived(age):  # share of the chargebacks of a day that are known at this age
    return 1 - np.exp(-age / DELAY)


def simulate(rng):
    """(day of payment, age in days): chargebacks of that day known at that age."""
    rate = np.where(np.arange(DAYS) < CHANGE, 0.002, 0.0026)
    total = rng.binomial(PAYMENTS, rate)
    new = np.diff(arrived(np.arange(DAYS + 1)))  # share that arrives in each day of age
    shares = np.append(new, 1 - new.sum())
    arrivals = np.array([rng.multinomial(n, shares)[:-1] for n in total])
    return arrivals.cumsum(axis=1) / PAYMENTS  # [day, age - 1]


def as_seen(known, today):  # each day at the age that it has today
    return np.array([known[day, today - day - 1] for day in range(today)])


def at_age(known, age, today):  # only days that have reached this age
    return known[: today - age + 1, age - 1]


known = simulate(np.random.default_rng(0))
seen, fixed = as_seen(known, DAYS), at_age(known, 7, DAYS)
print("missed fraud per 10,000 payments")
print("days        as seen now   at age 7   corrected   truth")
for start, end in ((20, 30), (30, 40), (40, 50), (50, 54)):
    days = np.arange(start, end)
    corrected = seen[days].mean() / arrived(DAYS - days).mean()
    truth = 0.002 if start < CHANGE else 0.0026
    row = [seen[days].mean(), fixed[days].mean(), corrected, truth]
    print(f"{start:3}-{end - 1} ", *[f"{1e4 * r:11.1f}" for r in row])
