"""Shows tumbling and sliding sums of one burst, and a running sum that loses a cent."""

import math
from collections import deque


class SlidingSum:
    """Sum over (now - size, now]; times arrive in order."""

    def __init__(self, size):
        self.size, self.total, self.items = size, 0, deque()

    def add(self, time, value):
        self.items.append((time, value))
        self.total += value
        return self.at(time)

    def at(self, now):  # also when nothing arrives, old items must leave
        while self.items and self.items[0][0] <= now - self.size:
            self.total -= self.items.popleft()[1]
        return self.total


def tumbling(events, size):
    """{start: sum} over [start, start + size)."""
    sums = {}
    for time, value in events:
        start = time // size * size
        sums[start] = sums.get(start, 0) + value
    return sums


def hopping(events, size, hop):
    """Windows of `size` that start every `hop`: size / hop of them hold an event."""
    sums = {}
    for time, value in events:
        start = time // hop * hop
        while start > time - size:
            sums[start] = sums.get(start, 0) + value
            start -= hop
    return sums


burst = [(second, 1) for second in range(57, 65)]  # 8 payments around a full minute
window = SlidingSum(60)
print("largest tumbling minute:         ", max(tumbling(burst, 60).values()))
print("largest minute, a hop of 20 s:   ", max(hopping(burst, 60, 20).values()))
print("largest sliding minute:          ", max(window.add(t, v) for t, v in burst))
print("sliding, at second 120:          ", window.at(120))
print("sliding, at second 124:          ", window.at(124))

floats = SlidingSum(60)
floats.add(0, 1e17)
floats.add(30, 0.01)
print("subtracting floats:", floats.at(60), " summing again:", math.fsum([0.01]))
