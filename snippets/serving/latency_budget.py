"""Shows a p99 budget of 50 ms at 2,000 requests a second, stage by stage."""

from heapq import heapreplace

import numpy as np


def queue_waits(ready, busy, gpus):  # first come, first served by the first free GPU
    free, waits = [0.0] * gpus, []
    for when, seconds in zip(ready, busy):
        start = max(when, free[0])
        heapreplace(free, start + seconds)
        waits.append(start - when)
    return np.array(waits)


def stages(rng, rate, gpus, window, windows):  # milliseconds; one row a request
    size = rng.poisson(rate * window, windows)  # requests in each window's batch
    copy_in = 0.5 + 0.05 * size
    compute = (12 + 0.6 * size) * rng.lognormal(0, 0.1, windows)
    copy_back = 0.3 + 0.01 * size
    busy = copy_in + compute + copy_back
    queue = queue_waits(window * np.arange(windows), busy, gpus)
    batch = np.repeat([queue, copy_in, compute, copy_back], size, axis=1)
    fill, post = rng.uniform(0, window, size.sum()), rng.exponential(1, size.sum())
    return np.column_stack([fill, *batch, post]), busy.sum() / (windows * window * gpus)


names = ("fill", "queue", "copy in", "compute", "copy back", "post")
for gpus in (3, 4):
    rng = np.random.default_rng(0)
    table, load = stages(rng, 2, gpus, 10, 10_000)
    tails, total = np.quantile(table, 0.99, axis=0), table.sum(axis=1)
    print(f"{gpus} GPUs, {load:.0%} busy, {2 * total.mean():.0f} requests in flight")
    print("  p99: " + ", ".join(f"{n} {t:.1f}" for n, t in zip(names, tails)))
    whole = np.quantile(total, 0.99)
    print(f"  sum of p99s {tails.sum():.1f} ms, p99 of the whole {whole:.1f} ms")
