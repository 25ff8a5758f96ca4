import itertools

from hypothesis import given
from hypothesis import strategies as st

ROW = st.fixed_dictionaries({"day": st.integers(0, 8), "written": st.integers(0, 12)})


@given(st.lists(ROW, max_size=8), st.integers(-1, 14), st.sampled_from(["day", "written"]))
def test_it_is_the_newest_day_known_and_of_one_day_the_last_writing(snippet, rows, now, column):
    best = None
    for row in rows:
        newer = best is None or row["day"] > best["day"]
        newer = newer or (row["day"] == best["day"] and row["written"] > best["written"])
        if row[column] <= now and newer:
            best = row
    assert snippet.as_of(rows, now, lambda row: row[column]) == best


def test_the_tables(snippet):
    assert [r["day"] for r in snippet.v1] == list(range(58)) and {r["version"] for r in snippet.v1} == {"v1"}
    assert all(r["written"] - r["day"] == 2 for r in snippet.v1)
    assert max(r["written"] for r in snippet.v1) == 59  # the last day of the old code
    assert [r["day"] for r in snippet.v2] == list(range(90)) and {r["version"] for r in snippet.v2} == {"v2"}
    for row in snippet.v2:
        assert row["written"] == (60 if row["day"] <= 58 else row["day"] + 2)


def test_what_each_reading_returns(snippet):
    lines = iter(snippet.printed.splitlines())
    for now in (10, 70):
        assert next(lines) == f"a request on day {now}"
        served, written, event, modelled = [next(lines)[27:] for _ in range(4)]
        assert event == f"v2 of day {now}"  # nobody could have known it
        assert modelled == f"v2 of day {now - 2}"
        assert served == (f"v1 of day {now - 2}" if now < 60 else modelled)
        assert written == ("nothing" if now < 60 else modelled)


def test_after_the_fix_served_and_modelled_agree_every_day(snippet):
    def delayed(row):
        return row["day"] + snippet.DELAY

    def wrote(row):
        return row["written"]

    for now, rows in itertools.product(range(60, 91), [snippet.v1 + snippet.v2]):
        assert snippet.as_of(rows, now, wrote) == snippet.as_of(snippet.v2, now, delayed)
    for now in range(2, 60):
        assert snippet.as_of(snippet.v1 + snippet.v2, now, wrote)["version"] == "v1"
        assert snippet.as_of(snippet.v2, now, wrote) is None
