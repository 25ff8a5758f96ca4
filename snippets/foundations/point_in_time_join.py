"""Shows a join that returns what was known at the time of prediction."""

from collections import defaultdict


def point_in_time_join(rows, records):
    """For each (entity, time): the newest value that had arrived, or None.

    A record is (entity, happened, arrived, value); `arrived` decides if it is known.
    """
    history = defaultdict(list)
    for entity, happened, arrived, value in records:
        history[entity].append((happened, arrived, value))
    joined = []
    for entity, time in rows:
        known = [r for r in history[entity] if r[1] <= time]
        newest = max(known, key=lambda r: r[:2], default=(None, None, None))
        joined.append(newest[2])
    return joined


records = [  # balance of an account: account, day, day of arrival, value
    ("a", 1, 1, 100),
    ("a", 4, 9, 20),  # arrives late
    ("a", 1, 6, 110),  # corrects day 1
    ("b", 8, 8, 70),
]
rows = [("a", 0), ("a", 5), ("a", 7), ("a", 9), ("b", 7), ("b", 8)]
latest = {entity: value for entity, *_, value in sorted(records)}
print("row      naive join  point in time")
for row in rows:
    (value,) = point_in_time_join([row], records)
    print(f"{row[0]}, day {row[1]} {latest[row[0]]:10d} {value!s:>14s}")
