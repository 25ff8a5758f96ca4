"""Shows how to keep users in the test for whom there is no earlier period."""

import numpy as np


def adjust(y, covariates, t):  # least squares slopes, pooled over arms; one test
    x = covariates - covariates.mean(0)
    y = y - x @ np.linalg.lstsq(x, y - y.mean())[0]
    return y[t == 1].mean() - y[t == 0].mean()


rng = np.random.default_rng(0)
t = np.arange(1000) % 2
results = []
for _ in range(400):
    known = rng.random(1000) < 0.6
    before = rng.normal(5, 2, 1000)
    gain = np.where(known, 0.5, 1.5)  # newcomers gain more
    y = (
        np.where(known, before, rng.normal(2, 2, 1000))
        + rng.normal(size=1000)
        + gain * t
    )
    filled = np.where(known, before, before[known].mean())
    both = np.column_stack([filled, known])
    results.append(
        [
            adjust(y, both[:, :0], t),
            adjust(y[known], before[known, None], t[known]),
            adjust(y, both[:, :1], t),
            adjust(y, both, t),
        ]
    )
names = (
    "no adjustment",
    "known users only",
    "filled with the mean",
    "filled, with a flag",
)
for name, effect in zip(names, np.transpose(results)):
    print(f"{name:20s} mean {effect.mean():.2f}, sd {effect.std():.2f}")
print("truth for all users  mean 0.90")
