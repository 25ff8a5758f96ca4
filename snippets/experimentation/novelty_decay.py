"""Shows a novelty effect by calendar day and by days since first exposure."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import curve_fit


def effect(age, lasting, extra, days):  # age: days since the user's first exposure
    return lasting + extra * np.exp(-age / days)


def simulate(rng, users=20_000, days=28, truth=(0.3, 1.2, 5)):
    # users: per arm, arriving evenly; outcome: (user, day), noise of sd 1
    age = np.arange(days) - rng.integers(days, size=users)[:, None]
    present = age >= 0
    new = rng.normal(size=age.shape) + effect(age.clip(0), *truth)
    old = rng.normal(size=age.shape)
    difference = np.where(present, new - old, 0)  # one pair of users a row
    by_day = difference.sum(axis=0) / present.sum(axis=0)
    ages = np.arange(days)
    counts = np.array([(age == a).sum() for a in ages])
    by_age = np.array([difference[age == a].sum() for a in ages]) / counts
    return by_day, by_age, counts


by_day, by_age, counts = simulate(np.random.default_rng(0))
ages = np.arange(len(by_age))
fit, _ = curve_fit(effect, ages, by_age, p0=(0, 1, 7), sigma=counts**-0.5)
print("true lasting effect: 0.30")
print(f"last calendar week: {by_day[-7:].mean():.2f}")
print(f"third week after first exposure: {by_age[14:21].mean():.2f}")
print(f"fitted lasting effect: {fit[0]:.2f}")

plt.plot(ages, by_day, "o", label="by calendar day")
plt.plot(ages, by_age, "s", label="by days since first exposure")
plt.plot(ages, effect(ages, *fit), label="fitted decay")
plt.axhline(0.3, linestyle="--", color="C3", label="lasting effect")
plt.xlabel("day, or days since first exposure")
plt.ylabel("treatment minus control")
plt.legend()
plt.show()
