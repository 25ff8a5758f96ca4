"""Shows how many workers 2,000 requests a second need, with a tail and a lost zone."""

from math import ceil, exp


def waits_longer(workers, load, t):  # P(wait > t), Erlang C; t in service times
    blocked = 1.0
    for c in range(1, workers + 1):
        blocked = load * blocked / (c + load * blocked)
    must_wait = blocked / (1 - load / workers * (1 - blocked))
    return must_wait * exp(-(workers - load) * t)


def smallest(load, t, share):  # workers with P(wait > t) at most share
    workers = int(load) + 1  # fewer are overloaded
    while waits_longer(workers, load, t) > share:
        workers += 1
    return workers


def with_lost_zone(workers, zones):  # the other zones must carry everything
    return zones * ceil(workers / (zones - 1))


rate, service, target, latency = 2000, 0.030, 0.010, 0.050  # seconds
load = rate * service
workers = smallest(load, target / service, 0.01)
provisioned = with_lost_zone(workers, 3)
print(f"in flight at {latency * 1e3:.0f} ms: {rate * latency:.0f} requests")
print(f"busy workers on average: {load:.0f}")
print(f"for 99% to wait at most {target * 1e3:.0f} ms: {workers} workers")
print(f"utilisation {load / workers:.0%}")
print(f"three zones, one lost: {provisioned} workers, utilisation", end=" ")
print(f"{load / provisioned:.0%}")
