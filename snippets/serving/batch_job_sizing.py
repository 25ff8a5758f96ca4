"""Shows how many workers a nightly job needs, and what one slow worker does to it."""

from heapq import heapify, heapreplace
from math import ceil


def workers_needed(rows, hours, rows_per_s, repeated=0.0, usable=1.0):
    return ceil(rows * (1 + repeated) / (rows_per_s * hours * usable * 3600))


def equal_split(rows, speeds):  # each worker gets its share at the start
    return rows / len(speeds) / min(speeds)


def pull_chunks(rows, speeds, chunks):  # whoever is free takes the next chunk
    free = [(0.0, 1 / speed) for speed in speeds]
    heapify(free)
    for _ in range(chunks):
        start, seconds_per_row = free[0]
        finish = start + rows / chunks * seconds_per_row
        heapreplace(free, (finish, seconds_per_row))
    return max(free)[0]


rows, hours, speed = 100_000_000, 4, 500
print(f"needed: {ceil(rows / hours / 3600):,} rows/s")
print(f"workers at {speed} rows/s: {workers_needed(rows, hours, speed)}")
workers = workers_needed(rows, hours, speed, repeated=0.02, usable=0.8)
print(f"2% repeated, 80% of the window: {workers}")

total = rows * 1.02
for name, speeds in {
    "all healthy": [speed] * workers,
    "one at half speed": [speed] * (workers - 1) + [speed / 2],
}.items():
    split, pulled = equal_split(total, speeds), pull_chunks(total, speeds, 2000)
    print(f"{name}: equal split {split / 3600:.2f} h, chunks {pulled / 3600:.2f} h")
