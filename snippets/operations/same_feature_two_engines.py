"""Shows seven expressions that read alike in SQL and in Python and differ."""

import math

import duckdb
import numpy as np
import pandas as pd

NAMES = {"log": math.log, "nan": math.nan}  # what the same words mean in Python


def sql(expression, source="(values (1.0), (2.0), (6.0)) t(x)"):
    return duckdb.sql(f"select {expression} from {source}").fetchall()[0][0]


def table():
    x = pd.Series([1.0, 2.0, 6.0])
    rows = {
        "std (pandas)": (sql("stddev(x)"), x.std()),
        "std (NumPy)": (sql("stddev(x)"), np.std(x.to_numpy())),
        "sum of no rows": (sql("sum(x) filter (false)"), x.head(0).sum()),
    }
    for text in ("round(2.5)", "-7 // 2", "log(100)", "nan > 1"):
        rows[text] = sql(text, "(select 'nan'::double as nan)"), eval(text, NAMES)
    sunday = "2026-03-01"
    in_sql = sql(f"dayofweek(date '{sunday}')", "range(1)")
    rows["day of the week"] = in_sql, pd.Timestamp(sunday).weekday()
    return rows


def shown(value):
    return f"{value:.3g}" if isinstance(value, float) else str(value)


print("expression       DuckDB  Python")
for name, (in_sql, in_python) in table().items():
    print(f"{name:15s} {shown(in_sql):>7s} {shown(in_python):>7s}")

ids = np.array([16_777_216, 16_777_217])
print("two ids as float32:", len(np.unique(ids.astype(np.float32))), "value")
