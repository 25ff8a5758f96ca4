from hypothesis import given, settings
from hypothesis import strategies as st

RECORD = st.tuples(st.sampled_from("ab"), st.integers(0, 6), st.integers(0, 5))


@settings(max_examples=25)
@given(
    st.lists(RECORD, max_size=9),
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(-1, 12)), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_newest_event_that_had_arrived(snippet, drawn, requests, random):
    sequences = random.sample(range(100), len(drawn))
    records = [(e, t, t + lag, s, i) for i, ((e, t, lag), s) in enumerate(zip(drawn, sequences, strict=True))]
    expected = []
    for entity, time in requests:
        known = [r for r in records if r[0] == entity and r[2] <= time]
        newest = max(known, key=lambda r: (r[1], r[3]), default=(None,) * 5)
        expected.append((entity, time, newest[4]))
    if not records:  # DuckDB takes no empty list of parameters
        return
    rows = snippet.point_in_time(requests, records)
    key = lambda row: (row[0], row[1])  # noqa: E731
    assert sorted(rows, key=key) == sorted(expected, key=key)


def test_the_printed_answers(snippet):
    assert [eval(line)[2] for line in snippet.printed.splitlines()] == [None, 100, 100, 40, 40, 44]
    assert [r[1] for r in snippet.records] == [1, 4, 2, 4] and [r[2] for r in snippet.records] == [1, 6, 9, 12]
    assert [r[3] for r in snippet.records] == [1, 2, 3, 4]  # in order of writing
    entity, event_time, available_at, _, value = snippet.records[2]
    assert (entity, value) == ("a", 20) and event_time < 4 < available_at
    assert snippet.records[3][1] == snippet.records[1][1] == 4
