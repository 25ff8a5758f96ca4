"""Shows that means of a bandit's arms are too low; known propensities mend it."""

import numpy as np
from scipy.special import ndtr

RUNS, USERS, WARM_UP, FLOOR = 10_000, 200, 10, 0.05


def run(means, adaptive, rng):
    # unit variance; gives sample means, their sizes, weighted means: each (2, RUNS)
    sums, sizes, weighted = np.zeros((3, 2, RUNS))
    for user in range(USERS):
        chance = np.full(RUNS, 0.5)  # of the first arm
        if user < WARM_UP:
            chance = np.full(RUNS, float(user % 2 == 0))
        elif adaptive:  # Thompson sampling, flat priors: P(first arm is the better)
            gap = sums[0] / sizes[0] - sums[1] / sizes[1]
            better = ndtr(gap / np.sqrt(1 / sizes[0] + 1 / sizes[1]))
            chance = np.clip(better, FLOOR, 1 - FLOOR)
        first = rng.random(RUNS) < chance
        reward = np.where(first, means[0], means[1]) + rng.normal(size=RUNS)
        picked = np.stack([first, ~first])
        sums += picked * reward
        sizes += picked
        if user >= WARM_UP:
            weighted += picked * reward / np.stack([chance, 1 - chance]).clip(FLOOR)
    return sums / sizes, sizes, weighted / (USERS - WARM_UP)


rng = np.random.default_rng(0)
for name, adaptive in (("equal split", False), ("Thompson", True)):
    mean, size, weighted = run((0, 0), adaptive, rng)
    z = (mean[0] - mean[1]) / np.sqrt(1 / size[0] + 1 / size[1])
    fewer = np.where(size[0] < size[1], *mean).mean()  # where it was tried less
    alarms = 100 * np.mean(np.abs(z) > 1.96)
    print(f"{name}, true means 0: |z| > 1.96 in {alarms:.0f} %")
    plain, unbiased = np.round(mean.mean(), 2) + 0, abs(weighted.mean())
    print(f"  mean of an arm {plain:5.2f}, of the one tried less {fewer:5.2f}")
    print(f"  weighted mean  {unbiased:5.2f}, sd {weighted.std():.2f}", end="; ")
    print(f"plain sd {mean.std():.2f}")
