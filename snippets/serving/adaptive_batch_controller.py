"""Shows AIMD on the batch size, fed with the model's time or with the whole latency."""

from bisect import bisect_right

import matplotlib.pyplot as plt
import numpy as np


def next_limit(limit, tail, objective, full):
    if tail > objective:
        return max(1.0, 0.9 * limit)
    return limit + 1 if full else limit  # a limit that was not reached proved nothing


def serve(arrive, watched, objective, overhead=10.0, unit=0.5, window=20):
    """Times (ms), limits and latencies after each window of batches."""
    free, first, limit, trace, seen, full = 0.0, 0, 32.0, [], [], False
    while first < len(arrive):
        start = max(free, arrive[first])
        last = min(first + int(limit), len(arrive))
        end = bisect_right(arrive, start, first, last)
        full |= end - first == int(limit)
        free = start + overhead + unit * (end - first)
        total = free - np.array(arrive[first:end])  # waiting included
        seen.append(total if watched == "total" else [free - start])
        first = end
        if len(seen) == window:
            tail = np.quantile(np.concatenate(seen), 0.99)
            limit = next_limit(limit, tail, objective, full)
            trace.append((free, limit, total.max()))
            seen, full = [], False
    return np.array(trace).T


def poisson(rng, phases):  # (requests a second, seconds) one after the other
    gaps = [
        rng.exponential(1e3 / rate, int(rate * seconds)) for rate, seconds in phases
    ]
    return list(np.cumsum(np.concatenate(gaps)))


arrive = poisson(np.random.default_rng(0), ((1000, 15), (2500, 2), (1000, 23)))
for watched, objective in (("model", 40), ("total", 80)):
    time, limit, latency = serve(arrive, watched, objective)
    plt.plot(time / 1e3, limit, label=f"p99 of the {watched} time, {objective} ms")
    print(f"watching the {watched} time, objective {objective} ms")
    for second in (14, 17, 20, 39):
        now = np.searchsorted(time, 1e3 * second)
        whole = int(limit[now])  # as `serve` does
        capacity = 1e3 * whole / (10 + 0.5 * whole)
        print(f"  after {second} s: limit {whole:3d}", end=", ")
        print(f"capacity {capacity:5.0f}/s, latency {latency[now] / 1e3:5.2f} s")
plt.xlabel("seconds; the burst is from 15 to 17")
plt.ylabel("largest batch")
plt.xlim(0, 40)
plt.legend()
plt.show()
