import numpy as np
import pytest


def step(batch):
    return 0.010 + 0.0001 * batch


def test_static_batches_last_as_long_as_their_longest_answer(snippet):
    lengths = np.array([5, 2, 9, 1, 1, 4, 3])
    first, last = snippet.serve(np.zeros(7), lengths, 3, False)
    clock, expected_first, expected_last = 0.0, [], []
    for batch in (lengths[:3], lengths[3:6], lengths[6:]):
        ends = np.cumsum([step((batch >= t).sum()) for t in range(1, batch.max() + 1)])
        expected_first += [clock + ends[0]] * len(batch)
        expected_last += [clock + ends[n - 1] for n in batch]
        clock += ends[-1]
    np.testing.assert_allclose(first, expected_first)
    np.testing.assert_allclose(last, expected_last)


def test_continuous_by_hand(snippet):
    # two slots: the third joins when the first is done, the fourth when the second is
    first, last = snippet.serve(np.zeros(4), np.array([1, 3, 3, 2]), 2, True)
    full, half = step(2), step(1)
    np.testing.assert_allclose(first, [full, full, 2 * full, 4 * full])
    np.testing.assert_allclose(last, [full, 3 * full, 4 * full, 4 * full + half])


def test_idle_server_waits_for_the_next_arrival(snippet):
    arrivals = np.array([1.0, 1.005, 7.0])
    for continuous in (True, False):
        first, last = snippet.serve(arrivals, np.array([2, 1, 3]), 4, continuous)
        assert first[0] == pytest.approx(1 + step(1))
        assert first[2] == pytest.approx(7 + step(1))
        assert last[2] == pytest.approx(7 + 3 * step(1))
        # the second comes during the first step and joins at its end, or waits for the batch
        joined = 1 + step(1) + (step(2) if continuous else 2 * step(1))
        assert first[1] == pytest.approx(joined)


def test_every_token_is_made_and_the_input_stays(snippet):
    rng = np.random.default_rng(3)
    lengths = rng.integers(1, 9, 30)
    kept = lengths.copy()
    arrivals = np.cumsum(rng.exponential(0.02, 30))
    for continuous in (True, False):
        first, last = snippet.serve(arrivals, lengths, 4, continuous)
        np.testing.assert_array_equal(lengths, kept)
        assert np.all(first > arrivals) and np.all(last > first + 0.0101 * (lengths - 1) - 1e-9)


def test_continuous_batching_gains_throughput_when_all_wait_and_latency_when_few_do(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    rate, p50, p99 = ([float(r[i]) for r in rows] for i in (-3, -2, -1))
    assert rate[1] > 2.5 * rate[0] and rate[5] > 2 * rate[4]
    assert rate[3] == pytest.approx(rate[2], rel=0.02)  # the load is the limit
    assert p50[3] < p50[2] / 50 and p99[5] < p99[4] / 50
    # with every slot taken a step makes 32 tokens: nothing can be faster
    assert max(rate) < 32 / step(32)
    assert snippet.lengths.mean() == pytest.approx(150, rel=0.12)  # 640 geometric draws, 4 % error
