"""Shows a load test that hides a one-second freeze, because it waits for the reply."""

import numpy as np

FREEZE = 5000, 6000  # ms: the server does nothing in between


def finish(start):  # service takes 1 ms
    begin, end = FREEZE
    return (end if begin <= start < end else start) + 1


def wait_for_reply(ticks):  # sends at the next tick after the reply has come
    latencies, reply = [], 0
    for tick in ticks:
        if tick >= reply:
            reply = finish(tick)
            latencies.append(reply - tick)
    return np.array(latencies)


def keep_the_schedule(ticks):  # one server, so requests queue; clock runs from the tick
    latencies, free = [], 0
    for tick in ticks:
        free = finish(max(tick, free))
        latencies.append(free - tick)
    return np.array(latencies)


def fill_gaps(latencies, interval):  # what HdrHistogram adds for omitted requests
    missed = [np.arange(x - interval, interval - 1, -interval) for x in latencies]
    return np.concatenate([latencies, *missed])


ticks = np.arange(0, 20_000, 10)  # 100 requests a second for 20 seconds
waited = wait_for_reply(ticks)
tests = {
    "waits for the reply": waited,
    "the same, gaps filled": fill_gaps(waited, 10),
    "keeps the schedule": keep_the_schedule(ticks),
}
print("load test             requests  mean  p99  max (ms)")
for name, x in tests.items():
    print(
        f"{name:22s} {len(x):7d} {x.mean():5.1f} {np.quantile(x, 0.99):4.0f} {x.max()}"
    )
