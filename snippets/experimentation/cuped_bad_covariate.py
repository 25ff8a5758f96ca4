"""Shows that a covariate which the treatment moves takes part of the effect away."""

import numpy as np


def cuped(y, x, t):  # y, x: (tests, users), t: (users,)
    x = x - x.mean(1, keepdims=True)
    theta = (x * y).mean(1, keepdims=True) / (x**2).mean(1, keepdims=True)
    y = y - theta * x
    return y[:, t == 1].mean(1) - y[:, t == 0].mean(1)


rng = np.random.default_rng(0)
t = np.arange(1000) % 2
habit = rng.normal(size=(1000, 1000))
before = rng.normal(habit)
sessions = rng.normal(habit + 0.3 * t)  # during the test
spend = rng.normal(habit + sessions + 0.2 * t)

truth = 0.3 + 0.2  # through more sessions, and directly
for name, x in {"spend before": before, "sessions during": sessions}.items():
    effect = cuped(spend, x, t)
    print(f"{name:15s} mean {effect.mean():5.2f}, sd {effect.std():.2f}")
print(f"truth           mean {truth:5.2f}")
