import datetime
import math
import statistics

import numpy as np


def test_each_pair_is_what_its_documentation_says(snippet):
    table = snippet.table()
    sample = [1.0, 2.0, 6.0]
    in_sql, in_pandas = table["std (pandas)"]
    assert math.isclose(in_sql, statistics.stdev(sample)) and math.isclose(in_pandas, statistics.stdev(sample))
    assert math.isclose(table["std (NumPy)"][1], statistics.pstdev(sample))
    assert table["std (NumPy)"][0] == in_sql
    assert table["sum of no rows"][0] is None and table["sum of no rows"][1] == 0
    assert table["round(2.5)"] == (3, 2)  # half up, half to even
    assert table["-7 // 2"] == (math.trunc(-3.5), math.floor(-3.5))
    assert math.isclose(table["log(100)"][0], math.log10(100))
    assert math.isclose(table["log(100)"][1], math.log(100))
    assert table["nan > 1"] == (True, False)
    sunday = datetime.date(2026, 3, 1)
    assert sunday.isoweekday() == 7 and table["day of the week"] == (sunday.isoweekday() % 7, sunday.weekday())


def test_sql_reads_the_table_it_is_given(snippet):
    assert snippet.sql("count(*) + 0 * max(x)") == 3 and snippet.sql("list(x)") == [1, 2, 6]
    assert snippet.sql("null", "range(1)") is None and snippet.sql("sum(range)", "range(4)") == 6


def test_repairs(snippet):
    assert math.isclose(snippet.sql("stddev_pop(x)"), np.std([1, 2, 6]))
    assert math.isclose(snippet.sql("stddev(x)"), np.std([1, 2, 6], ddof=1))
    assert snippet.sql("coalesce(sum(x) filter (x > 9), 0)") == 0


def test_every_pair_but_the_first_differs(snippet):
    pairs = list(snippet.table().values())
    assert len(pairs) == 8
    assert [snippet.shown(a) == snippet.shown(b) for a, b in pairs] == [True] + [False] * 7


def test_what_is_shown(snippet):
    assert snippet.shown(2.6457) == "2.65" and snippet.shown(True) == "True" and snippet.shown(None) == "None"
    assert snippet.shown(12345) == "12345"


def test_the_two_ids_meet_in_float32(snippet):
    assert snippet.ids.tolist() == [2**24, 2**24 + 1]
    assert np.float32(2**24) == np.float32(2**24 + 1) and np.float32(2**24 - 1) != np.float32(2**24)
    assert snippet.printed.endswith("two ids as float32: 1 value\n")
