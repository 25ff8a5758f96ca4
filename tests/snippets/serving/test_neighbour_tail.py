import numpy as np
import pytest


def loop(arrivals, demand, granted_at, step):
    """Serves the queue one small step at a time."""
    finished, queue, time, index, left = [], list(arrivals), 0.0, 0, demand
    while len(finished) < len(arrivals):
        if queue[index] <= time + 1e-9 and granted_at(time):
            left -= step
            if left <= 1e-9:
                finished.append(time + step)
                index, left = index + 1, demand
                if index == len(queue):
                    break
        time += step
    return np.array(finished)


def test_whole_gpu_is_an_ordinary_queue(snippet):
    clock = np.arange(0, 1000, 0.25)
    arrivals = np.array([1.0, 2.5, 20.0, 21.0, 21.25, 90.0])
    free, expected = 0.0, []
    for arrival in arrivals:
        free = max(free, arrival) + 3.0
        expected.append(free)
    np.testing.assert_allclose(snippet.finish(arrivals, 3.0, clock, clock), expected, atol=1e-5)
    # half the speed is the same queue with twice the demand
    halved = snippet.finish(arrivals, 3.0, clock, clock / 2)
    np.testing.assert_allclose(halved, snippet.finish(arrivals, 6.0, clock, clock), atol=1e-5)


@pytest.mark.parametrize(("own", "other"), [(2, 2), (5, 3), (1, 4)])
def test_time_slices_agree_with_a_stepwise_simulation(snippet, own, other):
    clock = np.arange(0, 600, 0.25)
    busy = (clock >= 40) & (clock < 300)
    arrivals = np.array([3.0, 39.0, 50.0, 51.0, 120.5, 290.0, 291.0, 299.0, 400.0])
    granted = snippet.time_slices(clock, busy, own, other)

    def granted_at(time):
        return not 40 <= time < 300 or time % (own + other) < own

    expected = loop(arrivals, 4.0, granted_at, 0.25)
    np.testing.assert_allclose(snippet.finish(arrivals, 4.0, clock, granted), expected, atol=1e-3)


def test_grants_increase_and_end_where_they_should(snippet):
    clock = np.arange(0, 100, 0.25)
    granted = snippet.time_slices(clock, np.zeros(len(clock), bool), 7, 9)
    np.testing.assert_allclose(granted, clock)
    granted = snippet.time_slices(clock, np.ones(len(clock), bool), 5, 5)
    assert set(np.diff(granted)) == {0, 0.25}
    assert granted[-1] == pytest.approx(50 - 0.25, abs=0.3)


def test_a_partition_ignores_the_neighbour_and_slices_do_not(snippet):
    rows = {line[:24].strip(): list(map(int, line[24:].split())) for line in snippet.printed.splitlines()[1:]}
    alone, short, long, isolated = rows.values()
    assert list(rows)[-1].startswith("half")
    # idle neighbour: slices are the whole GPU
    assert short[:2] == long[:2] == alone[:2]
    # about 2,000 requests a window: their p99 rests on 20, a tenth or so of noise
    assert isolated[3] == pytest.approx(isolated[1], rel=0.15)
    assert alone[3] == pytest.approx(alone[1], rel=0.15)
    assert short[3] > 2 * short[1] and long[3] > 3 * long[1]
    assert long[3] > short[3]
    # the price of isolation: half the speed even when nobody else is there
    assert isolated[0] == 2 * alone[0]


def test_the_load_is_what_the_comments_say(snippet):
    assert len(snippet.arrivals) / snippet.arrivals[-1] * 1e3 == pytest.approx(25, rel=0.05)
    assert len(snippet.arrivals) == 25 * 180  # three minutes of them
    switches = np.flatnonzero(np.diff(snippet.busy.astype(int)))
    assert set(np.diff(snippet.clock[switches])) == {1000}
    assert snippet.busy.mean() == pytest.approx(0.5)
    assert snippet.arrivals[-1] < snippet.clock[-1]
