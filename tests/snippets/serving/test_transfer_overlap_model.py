import heapq

import pytest
from hypothesis import given
from hypothesis import strategies as st

times = st.integers(1, 40)


def events(batches, copy, compute, buffers):
    """Event simulation: a copier takes a free buffer, a processor gives it back."""
    queue, free, ready = [], buffers, 0
    to_copy, done, now = batches, 0, 0
    copying = computing = False
    while done < batches:
        if not copying and free and to_copy:
            heapq.heappush(queue, (now + copy, "copied"))
            copying, free, to_copy = True, free - 1, to_copy - 1
        if not computing and ready:
            heapq.heappush(queue, (now + compute, "computed"))
            computing, ready = True, ready - 1
        now, what = heapq.heappop(queue)
        if what == "copied":
            copying, ready = False, ready + 1
        else:
            computing, free, done = False, free + 1, done + 1
    return now


@given(st.integers(1, 25), times, times, st.integers(1, 4))
def test_agrees_with_an_event_simulation(snippet, batches, copy, compute, buffers):
    assert snippet.last_finish(batches, copy, compute, buffers) == events(batches, copy, compute, buffers)


@given(times, times)
def test_one_buffer_adds_the_times_and_two_take_the_longer(snippet, copy, compute):
    slow = snippet.rate(7, copy, compute, 1, 20)
    assert slow == pytest.approx(7e3 / (copy + compute))
    for buffers in (2, 3):
        fast = snippet.rate(7, copy, compute, buffers, 20)
        assert fast == pytest.approx(7e3 / max(copy, compute))


def test_the_gain_is_largest_where_both_take_equally_long(snippet):
    def gain(copy, compute):
        return snippet.rate(1, copy, compute, 2, 20) / snippet.rate(1, copy, compute, 1, 20)

    assert gain(10, 10) == pytest.approx(2)
    assert gain(5, 30) == pytest.approx(35 / 30)


def test_bytes_of_a_batch_of_images(snippet):
    assert snippet.pixels == 4_816_896
    assert snippet.pcie == 128e9 / 2  # the published figure counts both directions
    assert snippet.rate(32, 5, 30, 1) == pytest.approx(914.286, abs=1e-3)
    assert snippet.rate(32, 5, 30, 2) == pytest.approx(1066.667, abs=1e-3)
