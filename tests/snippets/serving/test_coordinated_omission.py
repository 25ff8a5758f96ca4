import numpy as np
from hypothesis import given
from hypothesis import strategies as st


def test_a_request_takes_one_ms_outside_the_freeze(snippet):
    for start, done in ((0, 1), (4999, 5000), (5000, 6001), (5999, 6001), (6000, 6001), (9000, 9001)):
        assert snippet.finish(start) == done


@given(st.integers(2, 40))
def test_on_schedule_the_latencies_are_those_of_a_queue(snippet, interval):
    ticks = np.arange(4000, 8000, interval)
    expected, free = [], -1
    for tick in ticks:  # minute by minute account of a single server that is frozen for a second
        start = max(tick, free)
        if 5000 <= start < 6000:
            start = 6000
        free = start + 1
        expected.append(free - tick)
    np.testing.assert_array_equal(snippet.keep_the_schedule(ticks), expected)


def test_one_that_waits_for_the_reply_meets_the_freeze_once(snippet):
    ticks = np.arange(4000, 8000, 10)
    latencies = snippet.wait_for_reply(ticks)
    assert len(latencies) == 300  # the ticks from 5010 to 6000 are left out
    assert np.sum(latencies > 1) == 1 and latencies.max() == 1001
    np.testing.assert_array_equal(snippet.wait_for_reply(np.array([0, 0, 1])), [1, 1])  # a reply at a tick frees it


def test_filling_gaps_follows_the_rule_of_hdrhistogram(snippet):
    def rule(values, interval):
        out = list(values)
        for value in values:
            missing = value - interval
            while missing >= interval:
                out.append(missing)
                missing -= interval
        return sorted(out)

    for values, interval in (([1, 35, 40, 10, 20], 10), ([1001], 10), ([7, 8], 3), ([5], 10)):
        assert sorted(snippet.fill_gaps(np.array(values), interval)) == rule(values, interval)


def test_what_the_page_concludes(snippet):
    naive, filled, honest = snippet.tests.values()
    assert np.quantile(naive, 0.99) == 1 and naive.max() == honest.max() == 1001
    assert np.quantile(honest, 0.99) > 800
    np.testing.assert_allclose(np.quantile(filled, 0.99), np.quantile(honest, 0.99), rtol=0.05)
    assert len(honest) == 2000 and len(naive) == 1900
