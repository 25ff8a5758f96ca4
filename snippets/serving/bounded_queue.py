"""Shows goodput under overload: a queue without a limit serves answers nobody awaits."""

from collections import deque

import numpy as np


def outcomes(arrive, service, deadline, room):  # room: waiting and in service
    present, free, shed, late = deque(), 0.0, 0, 0
    for now, seconds in zip(arrive, service):
        while present and present[0] <= now:
            present.popleft()
        if len(present) >= room:
            shed += 1
            continue
        free = max(free, now) + seconds
        present.append(free)
        late += free - now > deadline
    return len(arrive) - shed - late, late, shed


rng = np.random.default_rng(0)
n = 60_000
service = rng.exponential(0.010, n)  # capacity: 100 requests a second
print("offered  room  in time  late  refused  goodput")
for rate in (80, 120):
    arrive = np.cumsum(rng.exponential(1 / rate, n))
    for room in (np.inf, 12):
        good, late, shed = np.array(outcomes(arrive, service, 0.2, room)) / n
        print(f"{rate:5d}/s {room:5.0f} {good:8.1%} {late:5.0%} {shed:8.1%}", end="")
        print(f" {good * rate:6.0f}/s")
