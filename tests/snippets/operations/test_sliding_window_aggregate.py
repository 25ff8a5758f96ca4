import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

EVENTS = st.lists(st.tuples(st.integers(0, 40), st.integers(-5, 9)), min_size=1, max_size=25).map(sorted)


@given(EVENTS, st.integers(1, 12))
def test_sliding_sums_are_brute_force(snippet, events, size):
    window = snippet.SlidingSum(size)
    for i, (now, value) in enumerate(events):
        assert window.add(now, value) == sum(v for t, v in events[: i + 1] if now - size < t <= now)
    for later in range(events[-1][0], events[-1][0] + size + 2):
        assert window.at(later) == sum(v for t, v in events if later - size < t)
    assert not window.items  # no memory is left behind


def test_pandas_rolling_is_the_same_window(snippet):
    events = [(1, 4), (3, 1), (13, 2), (14, 7), (23, 1), (24, 5)]
    series = pd.Series([v for _, v in events], index=pd.to_datetime([t for t, _ in events], unit="s"))
    window = snippet.SlidingSum(10)
    assert [window.add(t, v) for t, v in events] == series.rolling("10s").sum().tolist()


@given(EVENTS, st.integers(1, 12))
def test_tumbling_windows_hold_each_event_once(snippet, events, size):
    sums = snippet.tumbling(events, size)
    for start in range(0, 41, size):
        inside = [v for t, v in events if start <= t < start + size]
        assert sums.pop(start, 0) == sum(inside)
    assert not sums


@given(EVENTS, st.integers(1, 5), st.integers(1, 4))
def test_hopping_windows_hold_each_event_size_over_hop_times(snippet, events, hop, factor):
    size = hop * factor
    sums = snippet.hopping(events, size, hop)
    for start in range(-size // hop * hop, 42, hop):
        inside = [v for t, v in events if start <= t < start + size]
        assert sums.get(start, 0) == sum(inside) and (start in sums) == bool(inside)
    assert sum(sums.values()) == factor * sum(v for _, v in events)
    assert len(snippet.hopping([(7, 1)], size, hop)) == factor
    if factor == 1:
        assert sums == snippet.tumbling(events, size)


def test_the_printed_burst(snippet):
    assert [t for t, _ in snippet.burst] == list(range(57, 65)) and {v for _, v in snippet.burst} == {1}
    values = [line.split()[-1] for line in snippet.printed.splitlines()]
    split = [sum(t < 60 for t, _ in snippet.burst), sum(t >= 60 for t, _ in snippet.burst)]
    assert values[0] == str(max(split)) and values[1] == values[2] == str(len(snippet.burst))
    assert values[3] == str(sum(t > 60 for t, _ in snippet.burst)) and values[4] == "0"


def test_subtracting_floats_loses_what_rounding_took(snippet):
    assert 1e17 + 0.01 == 1e17
    assert snippet.printed.splitlines()[-1] == "subtracting floats: 0.0  summing again: 0.01"
    assert list(snippet.floats.items) == [(30, 0.01)]
    cents = snippet.SlidingSum(60)
    cents.add(0, 10**19)
    cents.add(30, 1)
    assert cents.at(60) == 1  # whole numbers do not round
