"""Shows that labels which arrive late make recent examples look negative."""

import numpy as np

DELAY = 7.0  # mean days from click to purchase, exponential
RATE = 0.05


def simulate(days=30, clicks_a_day=20_000, seed=0):
    """Age of each click in days, and whether a purchase has been seen by now."""
    rng = np.random.default_rng(seed)
    age = np.repeat(np.arange(days) + 0.5, clicks_a_day)
    buys = rng.random(age.size) < RATE
    return age, buys & (rng.exponential(DELAY, age.size) < age)


def estimates(age, seen, mature=21.0):
    arrived = 1 - np.exp(-age / DELAY)  # share of purchases that this age shows
    return {
        "count what has been seen": seen.mean(),
        "only clicks older than 21 days": seen[age > mature].mean(),
        "divide by the share that arrived": seen.sum() / arrived.sum(),
    }


age, seen = simulate()
print("age in days    rate seen")
for day in (0.5, 3.5, 7.5, 14.5, 29.5):
    print(f"{day:11} {seen[age == day].mean():12.3f}")
for name, value in estimates(age, seen).items():
    print(f"{name:33} {value:.3f}")
print(f"{'truth':33} {RATE:.3f}")
for window in (7, 21):
    print(f"purchases seen within {window:2} days    {1 - np.exp(-window / DELAY):.2f}")
