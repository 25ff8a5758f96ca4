"""Shows how full a batch becomes before its delay ends, for Poisson arrivals."""

import numpy as np
from scipy.stats import poisson


def mean_batch(rate, max_size, max_delay):
    """The first request opens the batch; others join until it is full or due."""
    joined = poisson(rate * max_delay)
    return 1 + joined.sf(np.arange(max_size - 1)).sum()  # 1 + E[min(joined, max - 1)]


def share_full(rate, max_size, max_delay):
    return poisson(rate * max_delay).sf(max_size - 2)  # at least max - 1 joined


max_size, overhead, unit = 16, 10.0, 0.5  # ms
print("per second  delay ms  mean batch   full  first waits ms  GPU ms a request")
for rate in (50, 800):
    for delay in (1, 5, 20, 80):
        batch = mean_batch(rate / 1e3, max_size, delay)
        full = share_full(rate / 1e3, max_size, delay)
        first = (batch - 1) / (rate / 1e3)  # as many join as arrive while it waits
        cost = overhead / batch + unit
        print(f"{rate:10d} {delay:9d} {batch:11.2f} {full:6.0%} {first:15.1f}", end="")
        print(f" {cost:17.1f}")
