"""Shows static against continuous batching when answers differ in length."""

import numpy as np


def serve(arrivals, lengths, slots, continuous):
    """Seconds until each request's first and last token, from time 0."""
    waiting, running, left = list(range(len(arrivals))), [], lengths.copy()
    first, last, clock = np.full(len(arrivals), np.inf), np.zeros(len(arrivals)), 0.0
    while waiting or running:
        if continuous or not running:  # static: nobody joins a batch under way
            while len(running) < slots and waiting and arrivals[waiting[0]] <= clock:
                running.append(waiting.pop(0))
        if not running:
            clock = arrivals[waiting[0]]
            continue
        clock += 0.010 + 0.0001 * len(running)  # weights, and each sequence's cache
        left[running] -= 1
        first[running] = np.minimum(first[running], clock)
        last[running] = clock
        running = [r for r in running if left[r]]
    return first, last


rng = np.random.default_rng(0)
lengths = rng.geometric(1 / 150, size=640)
gaps = rng.exponential(size=640)
print("arrivals    batching    tokens/s  first token after p50     p99 s")
for name, arrivals in (
    ("at once", 0 * gaps),
    ("4 a second", np.cumsum(gaps) / 4),
    ("12 a second", np.cumsum(gaps) / 12),
):
    for continuous in (False, True):
        first, last = serve(arrivals, lengths, 32, continuous)
        p50, p99 = np.percentile(first - arrivals, (50, 99))
        kind = "continuous" if continuous else "static"
        rate = lengths.sum() / last.max()
        print(f"{name:11s} {kind:10s} {rate:9.0f} {p50:22.2f} {p99:9.2f}")
