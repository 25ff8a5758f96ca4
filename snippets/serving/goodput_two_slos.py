"""Shows throughput against goodput: requests that meet both latency objectives."""

import matplotlib.pyplot as plt
import numpy as np

PROMPT, ANSWER = 3000, 100  # tokens
FIRST, GAP = 1.0, 0.050  # objectives: time to first token, longest gap (seconds)


def step_seconds(decoding, prefill):
    tokens = decoding + prefill
    return max(0.004 + 0.00006 * decoding, 0.00003 * tokens)  # memory, arithmetic


def serve(arrivals, budget):
    """Time to first token and longest gap between tokens, of each request."""
    n = len(arrivals)
    to_read, to_write = np.full(n, PROMPT), np.full(n, ANSWER)
    first, gap, clock = np.zeros(n), np.zeros(n), 0.0
    while to_write.any():
        decoding = (to_read == 0) & (to_write > 0)
        queue = np.flatnonzero((to_read > 0) & (arrivals <= clock))
        if not decoding.any() and not len(queue):
            clock = arrivals[to_read > 0].min()
            continue
        # decodes first, the rest of the budget goes to the oldest prompt
        head = queue[:1]
        chunk = np.clip(budget - decoding.sum(), 0, to_read[head])
        seconds = step_seconds(decoding.sum(), chunk.sum())
        clock += seconds
        gap[decoding] = np.maximum(gap[decoding], seconds)
        to_read[head] -= chunk
        ended = head[to_read[head] == 0]  # the prefill yields the first token
        first[ended] = clock - arrivals[ended]
        to_write[decoding] -= 1
        to_write[ended] -= 1
    return first, gap


rng = np.random.default_rng(0)
gaps = rng.exponential(size=80)
rates = (4, 8, 12)
print("tokens a step  offered/s  first in time  gaps in time  goodput/s")
for budget in (4096, 512, 128):
    good = []
    for rate in rates:
        arrivals = np.cumsum(gaps) / rate
        first, gap = serve(arrivals, budget)
        in_time, smooth = first <= FIRST, gap <= GAP
        good.append(rate * np.mean(in_time & smooth))
        shares = f"{in_time.mean():14.0%} {smooth.mean():13.0%}"
        print(f"{budget:13d} {rate:10d} {shares} {good[-1]:10.1f}")
    plt.plot(rates, good, "o-", label=f"{budget} tokens a step")
plt.plot(rates, rates, ":", label="offered")
plt.xlabel("requests offered a second")
plt.ylabel("requests a second within both objectives")
plt.legend()
plt.show()
