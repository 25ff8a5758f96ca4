"""Shows what each way to allocate users costs: equal split, Thompson, UCB1."""

import matplotlib.pyplot as plt
import numpy as np

RATES, USERS, RUNS = np.array([0.10, 0.12, 0.16]), 2_000, 200


def split_then_ship(step, wins, pulls, rng, trial=900):
    if step < trial:  # each arm in turn
        return np.full(RUNS, step % RATES.size)
    # decide once: at first by wins, then the shipped arm is the one with most users
    return (wins if step == trial else pulls).argmax(axis=1)


def thompson(step, wins, pulls, rng):  # uniform priors; an arm as often as it is best
    return rng.beta(1 + wins, 1 + pulls - wins).argmax(axis=1)


def ucb1(step, wins, pulls, rng):
    if step < RATES.size:  # each arm once
        return np.full(RUNS, step)
    return (wins / pulls + np.sqrt(2 * np.log(step) / pulls)).argmax(axis=1)


def regret(choose, rng):  # (USERS, RUNS): conversions lost against always the best arm
    wins, pulls = np.zeros((2, RUNS, RATES.size))
    everyone, lost = np.arange(RUNS), []
    for step in range(USERS):
        arm = choose(step, wins, pulls, rng)
        wins[everyone, arm] += rng.random(RUNS) < RATES[arm]
        pulls[everyone, arm] += 1
        lost.append(RATES.max() - RATES[arm])
    return np.cumsum(lost, axis=0), pulls[:, RATES.argmax()] / USERS


rng = np.random.default_rng(0)
most = RATES.max() * USERS
policies = {"split, then ship": split_then_ship, "Thompson": thompson, "UCB1": ucb1}
for name, choose in policies.items():
    lost, best = regret(choose, rng)
    print(f"{name:16}: lost {lost[-1].mean():3.0f} of {most:.0f} conversions,", end=" ")
    print(f"{100 * best.mean():.0f} % of users saw the best arm")
    plt.plot(lost.mean(axis=1), label=name)
plt.xlabel("users")
plt.ylabel("expected conversions lost")
plt.legend()
plt.show()
