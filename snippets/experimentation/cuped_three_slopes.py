"""Shows which slope CUPED should use when the arms are unequal and slopes differ."""

import numpy as np


def slope(y, x):  # least squares, over the last axis
    x = x - x.mean(-1, keepdims=True)
    return (x * y).sum(-1) / (x * x).sum(-1)


def within_slope(y, x, t):  # that of least squares of y on 1, t, x
    arms = [t == 0, t == 1]
    sxx = [x[:, a].var(1) * a.sum() for a in arms]
    sxy = [slope(y[:, a], x[:, a]) * s for a, s in zip(arms, sxx, strict=True)]
    return sum(sxy) / sum(sxx)


def lin_slope(y, x, t):  # that of least squares of y on 1, t, x, t (x - mean)
    share = t.mean()
    treated, control = (
        slope(y[:, t == 1], x[:, t == 1]),
        slope(y[:, t == 0], x[:, t == 0]),
    )
    return (1 - share) * treated + share * control  # crosswise


def estimate(y, x, t, theta):
    y = y - theta[:, None] * x
    return y[:, t == 1].mean(1) - y[:, t == 0].mean(1)


rng = np.random.default_rng(0)
for share in (0.5, 0.1):
    t = (np.arange(1000) < 1000 * share).astype(int)
    x = rng.normal(size=(1500, 1000))
    y = np.where(t == 1, -x, x) + rng.normal(0, 0.5, x.shape)  # slopes -1, +1
    raw = estimate(y, x, t, np.zeros(1500)).var()
    for name, theta in {
        "pooled": slope(y, x),
        "within arms": within_slope(y, x, t),
        "Lin": lin_slope(y, x, t),
    }.items():
        ratio = estimate(y, x, t, theta).var() / raw
        print(f"treated {share:.0%}, {name:11s} variance x {ratio:.1f}")
