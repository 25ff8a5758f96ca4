import copy
import random

import numpy as np
import pandas as pd

RULE = {"x": {"dtype": "float64", "max_null": 0.25, "median": [2, 4]}}


def check(snippet, values, **rule):
    return snippet.violations(pd.DataFrame({"x": values}), {"x": {**RULE["x"], **rule}})


def test_the_version_follows_every_word_and_no_order(snippet):
    shuffled = list(snippet.spend.items())
    random.Random(3).shuffle(shuffled)
    assert snippet.version(dict(shuffled)) == snippet.version(snippet.spend)
    assert dict(shuffled) == snippet.spend and [k for k, _ in shuffled] != list(snippet.spend)
    seen = {snippet.version(snippet.spend)}
    for key in ("entity", "source", "window_days", "unit"):
        seen.add(snippet.version({**snippet.spend, key: "other"}))
    deep = copy.deepcopy(snippet.spend)
    deep["columns"]["spend_7d"]["max_null"] = 0.06
    seen.add(snippet.version(deep))
    assert len(seen) == 6 and all(len(v) == 8 and int(v, 16) >= 0 for v in seen)


def test_bounds_are_inclusive(snippet):
    assert check(snippet, [2.0, 2.0, 2.0]) == [] == check(snippet, [4.0, 4.0, 4.0])
    assert check(snippet, [4.0, 4.1, 4.1])[0].startswith("x: median 4 outside 2 to 4")
    assert check(snippet, [1.9, 1.9, 2.0])[0].startswith("x: median 2 outside")
    assert check(snippet, [3.0, 3.0, 3.0, np.nan]) == []
    assert check(snippet, [3.0, 3.0, np.nan]) == ["x: 33% null"]


def test_each_fault_is_named_and_an_extra_column_is_none(snippet):
    frame = pd.DataFrame({"x": [3.0, 3.0], "unknown": ["a", "b"]})
    assert snippet.violations(frame, RULE) == []
    assert check(snippet, ["3", "3"])[0].endswith("not float64")
    assert check(snippet, [3, 3]) == ["x: int64, not float64"]
    assert snippet.violations(frame.drop(columns="x"), RULE) == ["x: missing"]
    assert len(check(snippet, [np.nan, np.nan])) == 2 and "median nan" in check(snippet, [np.nan, np.nan])[1]
    assert check(snippet, [np.nan, 9.0, 9.0]) == ["x: 33% null", "x: median 9 outside 2 to 4"]


def test_a_fault_in_one_column_does_not_hide_the_next(snippet):
    rules = {name: RULE["x"] for name in "abc"}
    frame = pd.DataFrame({"b": [3, 3], "c": [9.0, 9.0]})
    assert [f[0] for f in snippet.violations(frame, rules)] == ["a", "b", "c"]


def test_the_printed_verdicts(snippet):
    assert snippet.euros.tolist() == [12, 40, 95, 20] and snippet.spend["unit"] == "euro"
    lines = dict(line.split(maxsplit=1) for line in snippet.printed.splitlines()[1:])
    assert lines["good"] == "accepted" and "3000 outside 5 to 500" in lines["cents"]
    assert "33% null" in lines["nulls"] and "int64" in lines["integers"] and "missing" in lines["renamed"]
