"""Shows the effect on compliers of a random nudge, and a side effect that breaks it."""

import numpy as np


def simulate(rng, n, side_effect):
    # takers use the feature anyway and are the heavier users; never-takers never
    kind = rng.choice(["taker", "complier", "never"], n, p=[0.2, 0.3, 0.5])
    nudged = rng.binomial(1, 0.5, n) == 1
    uses = (kind == "taker") | ((kind == "complier") & nudged)
    level = 2.0 * (kind == "taker")
    y = level + 1.0 * uses + side_effect * nudged + rng.normal(size=n)
    return nudged, uses, y


def wald(nudged, uses, y):
    def jump(v):
        return v[nudged].mean() - v[~nudged].mean()

    return jump(y), jump(uses), jump(y) / jump(uses)


print("true effect of use 1.0")
print("side effect   users/non-users   by nudge   take-up   Wald")
for side_effect in (0.0, 0.1):
    data = simulate(np.random.default_rng(0), 1_000_000, side_effect)
    nudged, uses, y = data
    naive = y[uses].mean() - y[~uses].mean()
    line = "   ".join(f"{value:8.2f}" for value in wald(*data))
    print(f"{side_effect:8.1f} {naive:18.2f}   {line}")
