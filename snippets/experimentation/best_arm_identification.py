"""Shows who finds the best arm with a fixed budget: equal split, halving, Thompson."""

import numpy as np

BUDGET, RUNS = 480, 4_000  # rewards have unit variance


def uniform(means, rng):
    each = BUDGET // means.size
    sums = rng.normal(each * means, np.sqrt(each), (RUNS, means.size))
    return sums.argmax(axis=1), np.full((RUNS, means.size), each)


def successive_halving(means, rng):  # the number of arms is a power of 2
    rounds = int(np.log2(means.size))
    sums, pulls = np.zeros((RUNS, means.size)), np.zeros((RUNS, means.size))
    alive = np.full((RUNS, means.size), True)
    for number in range(rounds):
        left = means.size // 2**number
        each = BUDGET // rounds // left
        sums += rng.normal(each * means, np.sqrt(each), sums.shape)
        pulls += each * alive
        score = np.where(alive, sums, -np.inf)  # all that are alive have equal sizes
        alive = score >= np.sort(score, axis=1)[:, [-(left // 2)]]
    return alive.argmax(axis=1), pulls


def thompson(means, rng):  # prior N(0, 1) for each arm
    sums, pulls = np.zeros((RUNS, means.size)), np.zeros((RUNS, means.size))
    runs = np.arange(RUNS)
    for _ in range(BUDGET):
        draw = rng.normal(sums / (1 + pulls), 1 / np.sqrt(1 + pulls))
        arm = draw.argmax(axis=1)
        sums[runs, arm] += rng.normal(means[arm], 1)
        pulls[runs, arm] += 1
    return (sums / (1 + pulls)).argmax(axis=1), pulls


rng = np.random.default_rng(0)
for means in (np.array([0.3, 0.5]), np.array([0, 0, 0, 0, 0.1, 0.1, 0.3, 0.5])):
    print(f"{means.size} arms, {BUDGET} users")
    for policy in (uniform, successive_halving, thompson):
        chosen, pulls = policy(means, rng)
        earned = np.mean(pulls @ means) / BUDGET
        right = 100 * np.mean(chosen == means.argmax())
        print(f"  {policy.__name__:18} earns {earned:.2f} a user,", end=" ")
        print(f"finds it in {right:.0f} %")
