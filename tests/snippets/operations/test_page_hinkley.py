import numpy as np
import pytest
from river.drift import PageHinkley


def river_alarm(stream, delta, threshold, least):
    detector = PageHinkley(min_instances=least, delta=delta, threshold=threshold, alpha=1.0, mode="up")
    for i, x in enumerate(stream):
        detector.update(x)
        if detector.drift_detected:
            return i
    return None


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("delta, threshold, least", [(0.005, 15, 30), (0.05, 5, 5), (0.0, 2, 200), (0.005, 3, 30)])
def test_alarm_agrees_with_river(snippet, seed, delta, threshold, least):
    rng = np.random.default_rng(seed)
    bits = (rng.random(1_000) < np.repeat([0.1, 0.3], 500)).astype(float)
    numbers = rng.normal(np.repeat([5.0, 5.5], 500))
    for stream in (bits, numbers, 1 - bits, np.zeros(40)):
        expected = river_alarm(stream, delta, threshold, least)
        assert snippet.page_hinkley(stream, delta, threshold, least) == expected


def test_defaults_agree_with_river(snippet):
    stream = np.repeat([0.0, 1.0], [25, 200])
    assert snippet.page_hinkley(stream) == river_alarm(stream, 0.005, 50, 30)
    early = np.repeat([0.0, 60.0], [20, 200])
    assert snippet.page_hinkley(early) == river_alarm(early, 0.005, 50, 30) == 29


def test_error_stream_changes_its_rate_where_it_says(snippet):
    s = np.mean([snippet.error_stream(np.random.default_rng(i)) for i in range(300)], axis=0)
    assert s.shape == (4_000,)
    assert s[:2_000].mean() == pytest.approx(0.1, abs=0.002)  # over five standard errors
    assert s[2_000:].mean() == pytest.approx(0.2, abs=0.003)
    assert abs(s[1_990:2_000].mean() - 0.1) < 0.03 and abs(s[2_000:2_010].mean() - 0.2) < 0.03
    other = snippet.error_stream(np.random.default_rng(0), change=5, length=10, before=0, after=1)
    np.testing.assert_array_equal(other, [0] * 5 + [1] * 5)


def test_higher_threshold_fewer_false_alarms_longer_delay(snippet):
    rows = [row.replace("/ 40", "").split() for row in snippet.printed.splitlines()[1:]]
    false, delay = ([int(row[i]) for row in rows] for i in (1, 2))
    assert false == sorted(false, reverse=True) and false[-1] == 0 < false[0]
    assert delay == sorted(delay)


def test_reaching_the_threshold_exactly_is_no_alarm(snippet):
    stream = [0.0, 2.0]  # mean 1, sum of deviations exactly 1
    assert snippet.page_hinkley(stream, 0, 1, 1) is river_alarm(stream, 0, 1, 1) is None
    assert snippet.page_hinkley(stream, 0, 0.999, 1) == 1
