"""Shows that backoff alone keeps clients in step, and that full jitter spreads them."""

import numpy as np


def retry_times(rng, clients, retries, base, jitter):  # (clients, retries), in ms
    longest = base * 2.0 ** np.arange(retries)
    waits = np.broadcast_to(longest, (clients, retries))
    return np.cumsum(rng.uniform(0, waits) if jitter else waits, axis=1)


def busiest(times, slot):  # the most arrivals in any slot
    return np.bincount((times // slot).astype(int)).max()


rng = np.random.default_rng(0)
print("retry  in step  full jitter   (busiest 10 ms, 1,000 clients)")
for k in range(4):
    peaks = []
    for jitter in (False, True):
        times = retry_times(rng, 1000, 4, 100, jitter)
        peaks.append(busiest(times[:, k], 10))
    print(f"{k + 1:5d} {peaks[0]:8d} {peaks[1]:12d}")
