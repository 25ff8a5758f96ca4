"""Shows how often a periodic copy to the online store is behind, and the repair."""

import numpy as np


def online_read(times, events, period, duration):
    """Newest event in the last copy that was complete; -1 before the first event."""
    started = np.floor((times - duration) / period) * period
    return np.searchsorted(events, started, side="right") - 1


def visible_at(events, period, duration):
    """The first job at or after the event carries it, and takes `duration`."""
    return np.ceil(events / period) * period + duration


def as_of(times, clock):
    return np.searchsorted(clock, times, side="right") - 1


def behind_share(rate, period, duration):
    """Chance of an update between the start of the copy in use and the request."""
    expected = rate * period
    return 1 - np.exp(-rate * duration) * -np.expm1(-expected) / expected


rng = np.random.default_rng(0)
rate, duration = 1 / 60, 5  # an update an hour; minutes
events = np.cumsum(rng.exponential(1 / rate, 50_000))
times = rng.uniform(0, events[-1], 50_000)
print("job every  behind  formula  event-time join right  visible-at join right")
for period in (10, 60, 1440):
    served = online_read(times, events, period, duration)
    naive = as_of(times, events) == served
    repaired = as_of(times, visible_at(events, period, duration)) == served
    print(
        f"{period:5d} min {np.mean(~naive):7.2f}"
        f" {behind_share(rate, period, duration):8.2f}"
        f" {naive.mean():22.2f} {repaired.mean():22.2f}"
    )
floor = behind_share(rate, 1e-6, duration)
print(f"however often it runs, behind at least {floor:.3f}")
