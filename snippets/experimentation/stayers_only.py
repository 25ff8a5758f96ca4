"""Shows a change that makes users leave and lifts the average of those who stay."""

import numpy as np


def lifts(rng, users, worse, leave_below):
    # everyone spends a share `worse` less; who would spend little leaves
    old, new = rng.exponential(size=(2, users))
    stays = new > leave_below
    new = np.where(stays, (1 - worse) * new, 0)
    return new[stays].mean() / old.mean() - 1, new.mean() / old.mean() - 1


active, assigned = lifts(np.random.default_rng(0), 1_000_000, 0.03, 0.2)
print(f"among active users {100 * active:+.0f} %")
print(f"among all assigned {100 * assigned:+.0f} %")
