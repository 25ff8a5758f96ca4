"""Shows one stream counted by event time and by ingestion time, live and replayed."""

import numpy as np


def per_minute(times, minutes):
    return np.bincount(times // 60, minlength=minutes)


def through_outage(event_time, start, end):
    """What happens during the outage is read when it ends."""
    down = (event_time >= start) & (event_time < end)
    return np.where(down, end, event_time)


event_time = np.arange(0, 480, 2)  # one event every two seconds, eight minutes
live = through_outage(event_time, 120, 300)
replay = np.full(len(event_time), 420)  # the whole log, read again in minute 7
for name, times in [
    ("event time, live or replayed", event_time),
    ("ingestion time, live", live),
    ("ingestion time, replayed", replay),
]:
    print(f"{name:29s}", *(f"{c:4d}" for c in per_minute(times, 8)))
