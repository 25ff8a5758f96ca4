import numpy as np
import pytest
from scipy.stats import norm


def plain(stream, k, h):  # from the definition: largest sum of x - k over any stretch that ends here
    for i in range(len(stream)):
        if max(sum(x - k for x in stream[j : i + 1]) for j in range(i + 1)) > h:
            return i
    return None


@pytest.mark.parametrize("k, h", [(0.5, 4.0), (0.25, 2.0), (1.0, 0.5)])
def test_alarm_is_the_first_stretch_with_too_large_a_sum(snippet, k, h):
    for seed in range(8):
        stream = np.random.default_rng(seed).normal(0.2, size=50)
        assert snippet.cusum(stream, k, h) == plain(stream, k, h)
    assert snippet.cusum(np.zeros(30), k, h) is None
    assert snippet.cusum([4.5]) is None and snippet.cusum([4.5, 0.75]) == 1  # at h exactly: no alarm
    assert snippet.cusum([0.0, 0.0, 3.0, 2.6]) == plain([0.0, 0.0, 3.0, 2.6], 0.5, 4.0) == 3


@pytest.mark.parametrize("shift, k, h", [(0.0, 0.5, 2.0), (1.0, 0.5, 4.0), (0.5, 0.3, 3.0)])
def test_mean_run_length_agrees_with_simulation(snippet, shift, k, h):
    rng, n = np.random.default_rng(1), 4_000
    total, length, alive = np.zeros(n), np.zeros(n), np.ones(n, bool)
    while alive.any():
        length += alive
        total = np.maximum(0, total + rng.normal(shift, size=n) - k)
        alive &= total <= h
    error = length.std() / np.sqrt(n)
    assert snippet.cusum_run_length(shift, k, h) == pytest.approx(length.mean(), abs=4 * error)


def test_simulated_streams_and_the_loop_agree(snippet):
    rng = np.random.default_rng(2)
    lengths = np.array([snippet.cusum(rng.normal(1, size=200)) + 1 for _ in range(1_500)])
    expected = snippet.cusum_run_length(1, 0.5, 4)
    assert lengths.mean() == pytest.approx(expected, abs=4 * lengths.std() / np.sqrt(1_500))


def test_more_nodes_change_nothing(snippet):
    for shift in (0, 1, 3):
        many = snippet.cusum_run_length(shift, 0.5, 4, nodes=120)
        assert snippet.cusum_run_length(shift, 0.5, 4) == pytest.approx(many, rel=1e-9)


def test_small_h_is_a_limit_on_single_values(snippet):
    for shift in (0, 1):  # h → 0: alarm whenever x > k
        assert snippet.cusum_run_length(shift, 2.0, 1e-9) == pytest.approx(snippet.limit_run_length(shift, 2.0))


def test_limit_run_length_is_geometric(snippet):
    assert snippet.limit_run_length(0, 3) == pytest.approx(1 / (1 - norm.cdf(3)))
    assert snippet.limit_run_length(1.5, 1.5) == pytest.approx(2)


def test_same_false_alarms_then_cusum_wins_small_shifts_only(snippet):
    rows = [[float(v) for v in row.split()] for row in snippet.printed.splitlines()[2:7]]
    assert rows[0][1] == rows[0][2] and [row[0] for row in rows] == [0, 0.5, 1, 2, 3]
    assert all(c < s for _, c, s in rows[1:4]) and rows[4][1] > rows[4][2]
