"""Shows what a longer wait buys: fewer late events dropped, later results."""

import matplotlib.pyplot as plt
import numpy as np


def watermark_before(event_time, bound):
    """In order of arrival: the watermark that each event meets."""
    highest = np.maximum.accumulate(event_time)
    return np.r_[-np.inf, highest[:-1]] - bound


def fate(event_time, size, bound, lateness):
    """Per event: 0 in time, 1 a late update of a result, 2 dropped."""
    end = (event_time // size + 1) * size
    watermark = watermark_before(event_time, bound)
    return (watermark >= end).astype(int) + (watermark >= end + lateness)


def mean_wait(event_time, arrival, size, bound):
    """Mean time from the end of a window to its first result."""
    highest = np.maximum.accumulate(event_time)
    ends = np.arange(size, highest[-1] - bound, size)
    fired = np.searchsorted(highest - bound, ends)  # first event that moves it there
    return np.mean(arrival[fired] - ends)


rng = np.random.default_rng(0)
happened = np.arange(0, 20_000, 0.5)
delay = rng.exponential(10, len(happened))
order = np.argsort(happened + delay)
event_time, arrival = happened[order], (happened + delay)[order]
print("bound  lateness  in time  updates  dropped  wait for a result")
for bound, lateness in [(0, 0), (10, 0), (30, 0), (0, 30), (10, 20)]:
    share = np.bincount(fate(event_time, 60, bound, lateness), minlength=3) / len(
        happened
    )
    cells = " ".join(f"{s:8.1%}" for s in share)
    wait = mean_wait(event_time, arrival, 60, bound)
    print(f"{bound:3d} s {lateness:7d} s {cells} {wait:16.0f} s")

bounds = np.linspace(0, 60, 13)
dropped = [np.mean(fate(event_time, 60, b, 0) == 2) for b in bounds]
plt.semilogy(bounds, dropped, "o-")
plt.xlabel("bound of the watermark in seconds, mean delay 10")
plt.ylabel("share of events dropped")
plt.show()
