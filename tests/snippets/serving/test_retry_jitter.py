import numpy as np
from scipy.stats import kstest


def test_without_jitter_everybody_waits_the_full_doubling_time(snippet):
    times = snippet.retry_times(np.random.default_rng(1), 3, 5, 7.0, jitter=False)
    np.testing.assert_allclose(times, np.tile(7.0 * np.array([1, 3, 7, 15, 31]), (3, 1)))


def test_full_jitter_is_uniform_up_to_the_doubling_time(snippet):
    times = snippet.retry_times(np.random.default_rng(2), 4000, 3, 50.0, jitter=True)
    waits = np.diff(times, axis=1, prepend=0)
    for k in range(3):
        assert kstest(waits[:, k], "uniform", (0, 50 * 2**k)).pvalue > 1e-3
    assert abs(np.corrcoef(waits.T)[0, 1]) < 0.08  # 4,000 independent pairs: sd 0.016


def test_busiest_counts_per_slot(snippet):
    assert snippet.busiest(np.array([0.0, 9.9, 10.0, 10.1, 19.9, 35.0]), 10) == 3
    assert snippet.busiest(np.array([0.0, 9.9, 10.0, 10.1, 19.9, 35.0]), 5) == 2


def test_what_the_page_concludes(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[1] for row in rows] == ["1000"] * 4
    spread = [int(row[2]) for row in rows]
    assert 100 <= spread[0] < 150  # 1,000 over ten slots, the busiest of them
    assert spread == sorted(spread, reverse=True) and spread[3] < 30
