"""Shows which splits share users and which train on the future of their test rows."""

import numpy as np
from sklearn.model_selection import GroupKFold, TimeSeriesSplit


def crossings(train, test, user, day):
    """Share of training rows after the first test row; of test rows with known user."""
    from_the_future = (day[train] > day[test].min()).mean()
    known_users = np.isin(user[test], user[train]).mean()
    return from_the_future, known_users


def new_users_later(user, day, test_users, start, gap):
    """Tests on other users from `start` on; training labels are final by then."""
    held_out = np.isin(user, test_users)
    train = np.flatnonzero(~held_out & (day < start - gap))
    return train, np.flatnonzero(held_out & (day >= start))


rng = np.random.default_rng(0)
day = np.sort(rng.integers(365, size=2000))
user = rng.integers(50, size=2000)

by_group = GroupKFold(5).split(day, groups=user)
by_time = list(TimeSeriesSplit(5, gap=100).split(day))
by_both = [new_users_later(user, day, np.arange(10), start=270, gap=30)]
print("split             train rows in the future  test rows of known users")
for name, splits in (
    ("GroupKFold", by_group),
    ("TimeSeriesSplit", by_time),
    ("new users, later", by_both),
):
    future, known = np.mean([crossings(*s, user, day) for s in splits], axis=0)
    print(f"{name:16s} {future:25.0%} {known:25.0%}")
