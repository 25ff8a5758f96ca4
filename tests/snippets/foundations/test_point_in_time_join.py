from hypothesis import given
from hypothesis import strategies as st

RECORD = st.tuples(st.sampled_from("ab"), st.integers(0, 6), st.integers(0, 4), st.integers())


def brute_force(row, records):
    best = None
    for entity, happened, arrived, value in records:
        if entity == row[0] and arrived <= row[1] and (best is None or (happened, arrived) > best[0]):
            best = (happened, arrived), value
    return best and best[1]


@given(
    st.lists(RECORD, max_size=8, unique_by=lambda r: r[:3]),
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(-1, 12)), max_size=5),
)
def test_it_returns_the_newest_value_that_had_arrived(snippet, records, rows):
    records = [(e, happened, happened + delay, v) for e, happened, delay, v in records]
    assert snippet.point_in_time_join(rows, records) == [brute_force(r, records) for r in rows]


@given(st.lists(RECORD, max_size=8, unique_by=lambda r: r[:3]), RECORD)
def test_what_arrives_later_changes_nothing(snippet, records, late):
    rows = [("a", 3), ("b", 3)]
    late = (late[0], late[1], 4 + late[2], late[3])
    assert snippet.point_in_time_join(rows, [*records, late]) == snippet.point_in_time_join(rows, records)


def test_of_two_records_with_the_same_stamps_the_first_counts(snippet):
    records = [("a", 1, 2, None), ("a", 1, 2, 7), ("a", 0, 2, 8)]
    assert snippet.point_in_time_join([("a", 2)], records) == [None]


def test_the_records_are_what_the_comments_say(snippet):
    first, late, correction, other = snippet.records
    assert first[1] == first[2] == correction[1] and other[1] == other[2]
    assert late[2] - late[1] == 5 and correction[2] - correction[1] == 5


def test_the_naive_join_uses_the_value_that_arrived_on_day_nine(snippet):
    assert snippet.latest == {"a": 20, "b": 70}
    printed = [line.split()[-2:] for line in snippet.printed.splitlines()[1:]]
    joined = snippet.point_in_time_join(snippet.rows, snippet.records)
    assert [p[1] for p in printed] == [str(v) for v in joined] == ["None", "100", "110", "20", "None", "70"]
    assert all(int(p[0]) == snippet.latest[r[0]] for p, r in zip(printed, snippet.rows, strict=True))
