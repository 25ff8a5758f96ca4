"""Shows why a test of daily retrained models has days, not users, as its sample."""

import numpy as np
from scipy.stats import norm, t


def daily_differences(rng, luck, memory, days=28, tests=20_000, users_se=0.5):
    # what each day's two models happen to be worth, apart from their policies
    # luck: sd of that difference; memory: correlation of one day's with the next
    model = np.empty((tests, days))
    model[:, 0] = luck * rng.normal(size=tests)
    for day in range(1, days):
        fresh = luck * np.sqrt(1 - memory**2) * rng.normal(size=tests)
        model[:, day] = memory * model[:, day - 1] + fresh
    return model + users_se * rng.normal(size=(tests, days))


def users_as_sample(daily, users_se=0.5):
    z = daily.mean(axis=1) / (users_se / np.sqrt(daily.shape[1]))
    return 2 * norm.sf(abs(z))


def blocks_as_sample(daily, length):  # t-test on the means of blocks of days
    block = daily.reshape(len(daily), -1, length).mean(axis=2)  # (tests, blocks)
    n = block.shape[1]
    stat = block.mean(axis=1) / (block.std(axis=1, ddof=1) / np.sqrt(n))
    return 2 * t.sf(abs(stat), n - 1)


print("false positives      users   days   weeks")
for name, luck, memory in (
    ("frozen, alike", 0, 0),
    ("fresh every day", 1, 0),
    ("warm-started", 1, 0.7),
):
    daily = daily_differences(np.random.default_rng(0), luck, memory)
    found = [users_as_sample(daily)] + [blocks_as_sample(daily, k) for k in (1, 7)]
    print(f"{name:17s}", *(f"{(100 * (p < 0.05).mean()):5.0f} %" for p in found))
