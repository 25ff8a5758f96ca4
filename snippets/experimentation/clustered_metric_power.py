"""Shows a plan in sessions for a test that assigns users: the power is not there."""

import numpy as np
from scipy.stats import norm

SESSIONS = 10  # of each user
SHARE = 0.3  # of the variance of a session that is between users


def sessions_per_arm(effect, alpha=0.05, power=0.8):  # variance of a session is 1
    return 2 * ((norm.isf(alpha / 2) + norm.ppf(power)) / effect) ** 2


def user_means(users, tests, effect, rng):
    between = rng.normal(effect, np.sqrt(SHARE), (tests, users))
    within = rng.normal(0, np.sqrt((1 - SHARE) / SESSIONS), (tests, users))
    return between + within


def rejects(users, effect, rng, tests=4_000):
    a, b = (user_means(users, tests, shift, rng) for shift in (0, effect))
    gap = b.mean(1) - a.mean(1)
    by_user = np.sqrt((a.var(1) + b.var(1)) / users)
    by_session = np.sqrt(2 / (users * SESSIONS))  # as if sessions were independent
    return [
        (2 * norm.sf(abs(gap) / error) < 0.05).mean() for error in (by_user, by_session)
    ]


effect = 0.1
planned = sessions_per_arm(effect) / SESSIONS
factor = 1 + (SESSIONS - 1) * SHARE
rng = np.random.default_rng(0)
for name, users in {"plan": planned, "mended": planned * factor}.items():
    by_user, _ = rejects(round(users), effect, rng)
    _, false_alarms = rejects(round(users), 0, rng)
    print(f"{name}: {users:.0f} users an arm, power {by_user:.2f}", end=", ")
    print(f"false positives by session {false_alarms:.2f}")
print(f"design effect {factor:.1f}")
