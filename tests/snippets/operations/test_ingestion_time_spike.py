from collections import Counter

import numpy as np


def test_counts_are_those_of_a_counter(snippet):
    times = np.array([0, 59, 60, 61, 179, 240])
    counter = Counter(int(t) // 60 for t in times)
    assert snippet.per_minute(times, 6).tolist() == [counter[m] for m in range(6)]
    assert len(snippet.per_minute(times, 9)) == 9


def test_an_outage_delays_and_loses_nothing(snippet):
    times = np.array([9, 10, 15, 19, 20, 25])
    assert snippet.through_outage(times, 10, 20).tolist() == [9, 20, 20, 20, 20, 25]


def test_the_printed_rows(snippet):
    assert np.array_equal(np.diff(snippet.event_time), np.full(239, 2)) and snippet.event_time[0] == 0
    rows = [[int(v) for v in line[29:].split()] for line in snippet.printed.splitlines()]
    by_event, live, replayed = rows
    assert by_event == [30] * 8
    assert live == [30, 30, 0, 0, 0, 30 * 4, 30, 30] and replayed == [0] * 7 + [240]
    assert sum(live) == sum(replayed) == sum(by_event) == len(snippet.event_time)
    np.testing.assert_array_equal(
        snippet.live, np.where((snippet.event_time // 60 >= 2) & (snippet.event_time < 300), 300, snippet.event_time)
    )
    assert set(snippet.replay) == {420}
