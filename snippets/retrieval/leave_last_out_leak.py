"""Shows how leave-last-out trains on the future and picks the wrong model of two."""

import numpy as np


def top_k(items, k):
    return np.argsort(-np.bincount(items), kind="stable")[:k]


def last_of_each(user, when):  # True at every user's latest event
    order = np.lexsort((when, user))
    last = np.zeros(len(user), bool)
    last[order[np.append(np.diff(user[order]) != 0, True)]] = True
    return last


def evaluate(train, test, when, item, k=20):
    recent = train & (when > when[train].max() - 2)
    return (
        np.isin(item[test], top_k(item[train], k)).mean(),
        np.isin(item[test], top_k(item[recent], k)).mean(),
        1 - np.isin(item[test], item[train]).mean(),  # never seen in training
        (when[train] > when[test][:, None]).mean(),  # what trains, but came later
    )


rng = np.random.default_rng(0)
users, items, days = 1_000, 300, 30
user = np.repeat(np.arange(users), 6)
# each user is active for about a week; items appear every day and fade within days
when = rng.uniform(0, days, users)[user] + rng.normal(0, 2, user.size)
launch = np.linspace(-10, days + 10, items)
age = when[:, None] - launch
interest = np.where(age > 0, np.exp(-age / 3), 0).cumsum(axis=1)  # (events, items)
item = (interest < rng.random((user.size, 1)) * interest[:, -1:]).sum(axis=1)

last = last_of_each(user, when)
day = 24
protocols = {
    "leave-last-out": (~last, last),
    "temporal split": (when < day, np.floor(when) == day),
}
print("                hit rate of the 20 most popular   test items  training")
print("                of all time  of the last 2 days   unseen      events later")
for name, (train, test) in protocols.items():
    all_time, lately, unseen, later = evaluate(train, test, when, item)
    print(f"{name:15} {all_time:11.1%} {lately:15.1%} {unseen:14.1%} {later:13.1%}")
