"""Shows false positives of clicks per session when users, not sessions, are split."""

import numpy as np


def difference_over_error(clicks, sessions, variance):  # both (tests, 2, users)
    rate = clicks.sum(-1) / sessions.sum(-1)
    error = np.sqrt(variance(clicks, sessions).sum(-1))  # of the two arms together
    return (rate[:, 1] - rate[:, 0]) / error


def session_variance(clicks, sessions):  # wrong: as if sessions were independent
    rate = clicks.sum(-1) / sessions.sum(-1)
    return rate * (1 - rate) / sessions.sum(-1)


def delta_variance(clicks, sessions):  # right: users are independent
    rate = clicks.sum(-1, keepdims=True) / sessions.sum(-1, keepdims=True)
    residual = clicks - rate * sessions  # its mean over users is 0
    users = clicks.shape[-1]
    return residual.var(-1, ddof=1) / (users * sessions.mean(-1) ** 2)


rng = np.random.default_rng(0)
shape = (2000, 2, 400)  # A/A tests, arms, users
sessions = rng.geometric(0.2, shape)  # 5 a user on average
clicks = rng.binomial(sessions, rng.beta(2, 8, shape))
for variance in (session_variance, delta_variance):
    z = difference_over_error(clicks, sessions, variance)
    print(f"{variance.__name__:16s} false positives {np.mean(abs(z) > 1.96):.1%}")
