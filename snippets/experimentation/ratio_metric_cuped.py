"""Shows CUPED for clicks per session: linearise both periods, then adjust."""

import numpy as np


def linearised(
    clicks, sessions
):  # (tests, users); its mean differences are of the ratio
    total = sessions.sum(1, keepdims=True)
    rate = clicks.sum(1, keepdims=True) / total
    return (clicks - rate * sessions) / (total / clicks.shape[1])


def difference(y, t):
    return y[:, t == 1].mean(1) - y[:, t == 0].mean(1)


def cuped(y, x, t):
    x = x - x.mean(1, keepdims=True)
    theta = (x * y).mean(1, keepdims=True) / (x**2).mean(1, keepdims=True)
    return difference(y - theta * x, t)


def period(rng, taste, activity):
    sessions = 1 + rng.poisson(activity)
    return rng.binomial(sessions, taste), sessions


rng = np.random.default_rng(0)
t = np.arange(600) % 2
taste = rng.beta(2, 8, (1500, 600))
activity = rng.gamma(2, 10, (1500, 600))
before = linearised(*period(rng, taste, activity))
during = linearised(*period(rng, taste + 0.01 * t, activity))
for name, effect in {
    "delta method alone": difference(during, t),
    "with the earlier period": cuped(during, before, t),
}.items():
    print(f"{name:23s} mean {effect.mean():.3f}, sd {effect.std():.3f}")
