"""Shows a check of the traffic split for every day: wealth from bets on each arm."""

import numpy as np
from scipy.special import betaln
from scipy.stats import chi2

PRIOR = 1_000  # Beta(1000, 1000): bets that the share is within a few percent of a half


def log_wealth(in_a, users):  # after `users` users, of whom `in_a` went to arm A
    evidence = betaln(PRIOR + in_a, PRIOR + users - in_a) - betaln(PRIOR, PRIOR)
    return evidence + users * np.log(2)


def wealth_by_betting(arms):  # arms: 1 for A, 0 for B, in order of arrival; fair odds
    in_a, money = 0, 1.0
    for seen, arm in enumerate(arms):
        chance = (PRIOR + in_a) / (2 * PRIOR + seen)  # from the past alone
        money *= 2 * (chance if arm else 1 - chance)
        in_a += arm
    return money


def alarms(share, rng, tests=20_000, days=14, per_day=5_000, level=0.001):
    users = per_day * np.arange(1, days + 1)
    in_a = np.cumsum(rng.binomial(per_day, share, (tests, days)), axis=1)
    statistic = (2 * in_a - users) ** 2 / users  # Pearson's, one degree of freedom
    return {
        "chi-square on the last day": statistic[:, -1:] > chi2.isf(level, 1),
        "chi-square every day": statistic > chi2.isf(level, 1),
        "e-process every day": log_wealth(in_a, users) >= -np.log(level),
    }


rng = np.random.default_rng(0)
stream = rng.binomial(1, 0.55, 2_000)
closed = np.exp(log_wealth(stream.sum(), stream.size))
print(f"{stream.size} users, {stream.sum()} in A: wealth {closed:.1f}", end=", ")
print(f"bet by bet {wealth_by_betting(stream):.1f}")
for share in (0.5, 0.49):
    for name, alarm in alarms(share, rng).items():
        print(f"share {share}, {name}: {100 * alarm.any(axis=1).mean():.2f} % alarms")
