"""Shows p99 and throughput against the largest batch, for three delays."""

from bisect import bisect_right

import matplotlib.pyplot as plt
import numpy as np


def serve(arrive, max_size, max_delay, overhead=10.0, unit=0.5):
    """Latency of each request (ms) and the sizes of the batches; one server."""
    done, sizes, free, first = np.empty(len(arrive)), [], 0.0, 0
    while first < len(arrive):
        last = first + max_size - 1
        full = arrive[last] if last < len(arrive) else np.inf
        start = max(free, min(full, arrive[first] + max_delay))
        end = bisect_right(arrive, start, first, min(last + 1, len(arrive)))
        sizes.append(end - first)
        free = start + overhead + unit * sizes[-1]
        done[first:end], first = free, end
    return done - arrive, sizes


rng = np.random.default_rng(0)
arrive = list(np.cumsum(rng.exponential(1.25, 20_000)))  # 800 a second, times in ms
figure, (above, below) = plt.subplots(2, sharex=True)
print("delay ms  max  mean batch  busy  answered/s   p50 ms   p99 ms")
for delay in (0, 20, 80):
    tails, rates, most = [], [], (1, 2, 4, 8, 16, 32, 64, 128)
    for max_size in most:
        latency, sizes = serve(arrive, max_size, delay)
        p50, p99 = np.quantile(latency, (0.5, 0.99))
        tails.append(p99)
        end = arrive[-1] + latency[-1]
        rates.append(1e3 * len(arrive) / end)
        if max_size >= 8:
            busy = (10.0 * len(sizes) + 0.5 * len(arrive)) / end
            row = f"{delay:8d} {max_size:4d} {np.mean(sizes):11.1f} {busy:5.0%}"
            print(f"{row} {rates[-1]:11.0f} {p50:8.0f} {p99:8.0f}")
    above.plot(most, tails, "o-", label=f"delay {delay} ms")
    below.plot(most, rates, "o-")
above.set(ylabel="p99 (ms)", ylim=(0, 150), xscale="log")
below.set(xlabel="largest batch", ylabel="answers a second")
below.set_xticks(most, most, minor=False)
above.legend()
plt.show()
