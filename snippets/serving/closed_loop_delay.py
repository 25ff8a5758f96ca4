"""Shows when a delay raises the throughput of a fixed number of clients."""

from heapq import heapify, heappop, heappush

import numpy as np


def throughput(rng, clients, think, max_size, max_delay, batches=1000):
    """Requests a second; a client asks again its think time after each answer (ms)."""
    asks, free, served = list(rng.exponential(think, clients)), 0.0, 0
    heapify(asks)
    for _ in range(batches):
        due = asks[0] + max_delay
        batch = []
        while asks and len(batch) < max_size and asks[0] <= max(free, due):
            batch.append(heappop(asks))
        start = max(free, batch[-1] if len(batch) == max_size else due)
        free = start + 10.0 + 0.5 * len(batch)
        served += len(batch)
        for pause in rng.exponential(think, len(batch)):
            heappush(asks, free + pause)
    return 1e3 * served / free


delays = (0, 5, 10, 20, 40)
print("clients  think ms  max   requests a second at a delay of", *delays, "ms")
for clients, think, most in ((16, 20, 32), (16, 0.5, 32), (16, 0.5, 16), (128, 20, 32)):
    rng = np.random.default_rng(0)
    rates = [throughput(rng, clients, think, most, delay) for delay in delays]
    print(f"{clients:7d} {think:9.1f} {most:4d} ", *[f"{rate:6.0f}" for rate in rates])
