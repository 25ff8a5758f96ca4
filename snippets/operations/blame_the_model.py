"""Shows that PSI cannot tell when to roll back, and a concurrent control can."""

import numpy as np

EDGES = np.array([-1.28, -0.84, -0.52, -0.25, 0, 0.25, 0.52, 0.84, 1.28])  # deciles


def psi(reference, current):
    a, b = (
        np.bincount(np.digitize(x, EDGES), minlength=10) for x in (reference, current)
    )
    a, b = (np.maximum(c, 0.5) / c.sum() for c in (a, b))
    return ((b - a) * np.log(b / a)).sum()


def arm(rng, offset=0.0, threshold=0.0, rows=20_000):
    """The feature as the model receives it, and whether the model was wrong."""
    true = rng.normal(size=rows)
    label = true + 0.5 * rng.normal(size=rows) > 0
    received = true + offset
    return received, (received > threshold) != label


def difference(control, canary):
    """Extra errors of the canary in the same hours, and three standard errors."""
    variance = sum(e.mean() * (1 - e.mean()) / e.size for e in (control, canary))
    return canary.mean() - control.mean(), 3 * np.sqrt(variance)


rng = np.random.default_rng(0)
reference, _ = arm(rng)
print("                                 errors            canary - control")
print("what is wrong           PSI   control  canary      in points   roll back?")
for name, offset, threshold in (
    ("nothing", 0, 0),
    ("upstream offset", 0.6, 0),
    ("the new model", 0, 0.3),
):
    _, old = arm(rng, offset)
    seen, new = arm(rng, offset, threshold)
    extra, margin = difference(old, new)
    rates = f"{old.mean():9.1%} {new.mean():7.1%}"
    print(f"{name:20} {psi(reference, seen):6.3f}", rates, end=" ")
    print(f"{100 * extra:+7.1f} ± {100 * margin:.1f} {extra > margin!s:>12}")
