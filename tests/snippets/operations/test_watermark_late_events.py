import math

import numpy as np


def by_state_machine(event_time, size, bound, lateness):
    """One event at a time, with the windows that are open, fired and gone."""
    highest, fates = -math.inf, []
    for t in event_time:
        end = (math.floor(t / size) + 1) * size
        watermark = highest - bound
        if watermark < end:
            fates.append(0)
        elif watermark < end + lateness:
            fates.append(1)
        else:
            fates.append(2)
        highest = max(highest, t)
    return fates


def test_fates_are_those_of_the_state_machine(snippet):
    rng = np.random.default_rng(1)
    happened = np.sort(rng.uniform(0, 200, 300))
    event_time = happened[np.argsort(happened + rng.exponential(15, 300))]
    seen = set()
    for size, bound, lateness in [(20, 0, 0), (20, 5, 0), (15, 3, 10), (7, 0, 12)]:
        expected = by_state_machine(event_time, size, bound, lateness)
        assert snippet.fate(event_time, size, bound, lateness).tolist() == expected
        seen |= set(expected)
    assert seen == {0, 1, 2}


def test_edges(snippet):
    # the window of 9 ends at 10: a watermark of exactly 10 closes it, of exactly 15 forgets it
    assert snippet.fate(np.array([10.0, 9, 15, 9, 14, 9]), 10, 0, 5).tolist() == [0, 1, 0, 2, 0, 2]
    assert snippet.fate(np.array([14.9, 9.0]), 10, 5, 5).tolist() == [0, 0]
    assert snippet.fate(np.array([19.9, 10.0, 20.0, 10.0]), 10, 0, 0).tolist() == [0, 0, 0, 2]
    np.testing.assert_array_equal(snippet.watermark_before(np.array([5.0, 3, 9, 1]), 2), [-np.inf, 3, 3, 7])


def test_in_order_nothing_is_late(snippet):
    assert not snippet.fate(np.arange(0, 500, 3.0), 10, 0, 0).any()


def test_the_wait_is_that_of_the_first_event_to_move_the_watermark(snippet):
    event_time = np.array([1.0, 9, 12, 11, 24, 36])
    arrival = np.array([1.5, 10, 13, 14, 26, 40])
    assert snippet.mean_wait(event_time, arrival, 10, 0) == np.mean([13 - 10, 26 - 20, 40 - 30])
    assert snippet.mean_wait(event_time, arrival, 10, 4) == np.mean([26 - 10, 26 - 20, 40 - 30])
    assert snippet.mean_wait(event_time, arrival, 10, 6) == np.mean([26 - 10, 40 - 20])


def test_the_printed_table(snippet):
    event_time = snippet.event_time
    assert len(event_time) == 40_000 and np.array_equal(np.sort(event_time), np.arange(0, 20_000, 0.5))
    delay = snippet.arrival - event_time
    assert np.all(np.diff(snippet.arrival) >= 0) and abs(delay.mean() - 10) < 0.25 and delay.min() >= 0
    table = []
    for line in snippet.printed.splitlines()[1:]:
        bound, _, lateness, _, *cells = line.split()
        fates = np.array(by_state_machine(event_time, 60, int(bound), int(lateness)))
        for k in range(3):
            assert cells[k] == f"{np.mean(fates == k):.1%}"
        wait = snippet.mean_wait(event_time, snippet.arrival, 60, int(bound))
        assert cells[3] == f"{wait:.0f}"
        table.append((int(bound), int(lateness), *[float(c.rstrip("%")) for c in cells[:3]], wait))
    # the page: lateness instead of bound drops the same, 30 s sooner
    assert abs(table[2][4] - table[3][4]) < 0.1 and abs(table[2][5] - table[3][5] - 30) < 1
    assert table[0][4] > table[1][4] > table[2][4] and table[4][4] == table[3][4]


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    (line,) = axes.lines
    assert axes.get_yscale() == "log" and line.get_xdata().tolist() == list(range(0, 61, 5))
    expected = [np.mean(np.array(by_state_machine(snippet.event_time, 60, b, 0)) == 2) for b in (0, 20, 60)]
    np.testing.assert_allclose(np.asarray(line.get_ydata())[[0, 4, 12]], expected)
