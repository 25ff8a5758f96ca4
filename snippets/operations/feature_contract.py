"""Shows a versioned feature definition, and a contract that refuses a bad batch."""

import hashlib
import json

import numpy as np
import pandas as pd


def version(definition):
    """Changes with any word of the definition, not with the order of its keys."""
    text = json.dumps(definition, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def violations(frame, columns):
    found = []
    for name, rule in columns.items():
        if name not in frame:
            found.append(f"{name}: missing")
            continue
        values = frame[name]
        if str(values.dtype) != rule["dtype"]:
            found.append(f"{name}: {values.dtype}, not {rule['dtype']}")
            continue
        if values.isna().mean() > rule["max_null"]:
            found.append(f"{name}: {values.isna().mean():.0%} null")
        low, high = rule["median"]
        if not low <= values.median() <= high:  # no values: refused as well
            found.append(
                f"{name}: median {values.median():.0f} outside {low} to {high}"
            )
    return found


spend = {
    "entity": "account",
    "source": "payments",
    "window_days": 7,
    "unit": "euro",
    "columns": {"spend_7d": {"dtype": "float64", "max_null": 0.05, "median": [5, 500]}},
}
print(
    "version ",
    version(spend),
    "as a window of 30:",
    version({**spend, "window_days": 30}),
)
euros = np.array([12.0, 40.0, 95.0, 20.0])
for name, frame in {
    "good": pd.DataFrame({"spend_7d": euros, "extra": euros}),
    "cents": pd.DataFrame({"spend_7d": 100 * euros}),
    "nulls": pd.DataFrame({"spend_7d": [np.nan, np.nan, *euros]}),
    "integers": pd.DataFrame({"spend_7d": euros.astype("int64")}),
    "renamed": pd.DataFrame({"spend": euros}),
}.items():
    print(f"{name:9s}", violations(frame, spend["columns"]) or "accepted")
