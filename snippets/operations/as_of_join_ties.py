"""Shows two engines that disagree on tied timestamps and agree once ties are broken."""

import duckdb
import numpy as np
import pandas as pd

ASOF = """
select value from requests asof left join records
on requests.entity = records.entity and requests.time >= records.time
order by request
"""


def by_pandas(requests, records):
    # one stable sort: what was tied stays in the order in which it came
    right = records.sort_values("time", kind="stable")
    joined = pd.merge_asof(requests.sort_values("time"), right, on="time", by="entity")
    return joined.sort_values("request")["value"].to_numpy()


def by_duckdb(requests, records):
    with duckdb.connect() as connection:
        connection.register("requests", requests)
        connection.register("records", records)
        return connection.sql(ASOF).df()["value"].to_numpy()


def break_ties(records):  # of one entity and time, keep what was written last
    return records.sort_values("sequence").drop_duplicates(
        ["entity", "time"], keep="last"
    )


def differing(a, b):
    return np.sum(~np.isclose(a, b, rtol=0, atol=0, equal_nan=True))


rng = np.random.default_rng(0)
records = pd.DataFrame({"entity": rng.integers(0, 20, 2000)})
records["time"] = rng.integers(0, 500, 2000)
records["sequence"] = rng.permutation(2000)
records["value"] = rng.permutation(2000).astype(float)
requests = pd.DataFrame({"request": range(1000), "entity": rng.integers(0, 20, 1000)})
requests["time"] = rng.integers(0, 500, 1000)
first = by_pandas(requests, records)
other_order = by_pandas(requests, records.iloc[::-1].copy())  # duckdb dislikes views
agree = not differing(first, by_duckdb(requests, records))
print("ties as they come, engines agree:", agree)
changed = differing(first, other_order) / 1000
print(f"pandas, rows reversed: {changed:.1%} of answers change")
unique = break_ties(records)
defined = by_pandas(requests, unique)
agree = not differing(defined, by_duckdb(requests, unique))
print("ties broken, engines agree:", agree)
print(f"pandas was wrong on {differing(first, defined)} of 1000 requests")
