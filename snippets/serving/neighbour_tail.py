"""Shows what a busy neighbour does to the tail under time slicing and in a partition."""

import numpy as np


def finish(arrivals, demand, clock, granted):
    """First come, first served; granted[i] is the GPU time given until clock[i]."""
    # in units of granted time the queue is an ordinary one
    start = np.interp(arrivals, clock, granted)
    work = demand * np.arange(1, len(start) + 1)
    done = work + np.maximum.accumulate(start - (work - demand))
    # done at the end of a turn: not at the start of the next
    return np.interp(done - 1e-6, granted, clock)


def time_slices(clock, busy, own, other):
    # the whole GPU while the neighbour is idle, else turns of `own` and `other`
    ours = ~busy | (clock % (own + other) < own)
    return (np.cumsum(ours) - ours) * clock[1]  # from the clock's steps before this one


rng = np.random.default_rng(0)
clock = np.arange(0, 200_000, 0.25)  # ms
busy = (clock % 2000) < 1000  # the neighbour works every other second
arrivals = np.cumsum(rng.exponential(40, size=4500))  # 25 requests a second
requests = {
    "alone, whole GPU": clock,
    "time slices of 2 ms": time_slices(clock, busy, 2, 2),
    "time slices of 20 ms": time_slices(clock, busy, 20, 20),
    "half the GPU, isolated": clock / 2,
}
print("share                    neighbour idle: p50  p99    busy: p50  p99 ms")
for name, granted in requests.items():
    latency = finish(arrivals, 4.0, clock, granted) - arrivals
    phase = arrivals % 2000
    calm, active = phase >= 1200, phase < 1000  # what a burst left over belongs to none
    row = [np.percentile(latency[w], q) for w in (calm, active) for q in (50, 99)]
    print(f"{name:24s} {row[0]:19.0f} {row[1]:4.0f} {row[2]:12.0f} {row[3]:4.0f}")
