"""Shows three as-of joins on data that arrive out of order; one of them is right."""

import numpy as np
import pandas as pd


def as_of(requests, records, clock):
    """For each request the value of the last record on that clock, or NaN."""
    right = records.sort_values(clock, kind="stable")
    left = requests.sort_values("time")
    joined = pd.merge_asof(left, right, left_on="time", right_on=clock, by="entity")
    return joined.sort_values("request")["value"].to_numpy()


def newest_known(records):
    """Drop records that were already out of date when they arrived."""
    ordered = records.sort_values(["available_at", "event_time"], kind="stable")
    newest = ordered.groupby("entity")["event_time"].cummax()
    return ordered[ordered["event_time"] == newest]  # equal: a correction counts


rng = np.random.default_rng(0)
event_time = rng.integers(0, 3000, 2000)
records = pd.DataFrame(
    {
        "entity": rng.integers(0, 20, 2000),
        "event_time": event_time,
        "available_at": event_time + rng.exponential(40, 2000).astype(int),
        "value": np.arange(2000.0),
    }
)
requests = pd.DataFrame(
    {
        "request": np.arange(1000),
        "entity": rng.integers(0, 20, 1000),
        "time": rng.integers(0, 3000, 1000),
    }
)
served = as_of(requests, newest_known(records), "available_at")
for name, joined in [
    ("event_time <= now", as_of(requests, records, "event_time")),
    ("last to arrive", as_of(requests, records, "available_at")),
]:
    wrong = ~np.isclose(joined, served, equal_nan=True)
    print(f"{name:18s} differs from what was known: {wrong.mean():6.1%}")
