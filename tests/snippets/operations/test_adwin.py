import numpy as np
import pytest
from river.drift import ADWIN


def streams():
    for seed in range(4):
        rng = np.random.default_rng(seed + 10)
        yield (rng.random(600) < np.repeat([0.1, 0.4], 300)).astype(float)
        yield rng.normal(np.repeat([0.0, 0.7], 300))


@pytest.mark.parametrize("delta, least", [(0.002, 10), (0.05, 30)])
def test_first_alarm_and_all_widths_agree_with_river_without_compression(snippet, delta, least):
    found = 0
    for stream in streams():
        detector = ADWIN(delta=delta, clock=1, max_buckets=5_000, min_window_length=1, grace_period=least)
        widths, alarms = snippet.adwin(stream, delta, least)
        for i, x in enumerate(stream):
            detector.update(x)
            assert widths[i] == detector.width
            if detector.drift_detected:  # river starts afresh after an alarm
                found += 1
                assert alarms[0] == i
                break
        else:
            assert not alarms
    assert found >= 5


def test_defaults(snippet):
    stream = next(streams())
    np.testing.assert_array_equal(snippet.adwin(stream)[0], snippet.adwin(stream, 0.002, 10)[0])
    rng = np.random.default_rng(0)
    jump = np.append(np.zeros(9), np.full(30, 1e6)) + rng.random(39)
    assert snippet.adwin(jump)[1] == snippet.adwin(jump, least=10)[1]


def test_buckets_hardly_change_the_alarm(snippet):
    late = []
    for stream in streams():
        detector = ADWIN(delta=0.002, clock=1, min_window_length=1)
        theirs = next((i for i, x in enumerate(stream) if detector.update(x) or detector.drift_detected), None)
        ours = snippet.adwin(stream)[1]
        if ours and theirs:
            late.append(theirs - ours[0])
    assert len(late) >= 5 and np.abs(late).max() <= 40


def test_window_grows_by_one_unless_it_is_cut(snippet):
    steps = np.diff(snippet.widths)
    cut = np.zeros(snippet.widths.size, bool)
    cut[snippet.alarms] = True
    assert (steps[~cut[1:]] == 1).all() and (steps[cut[1:]] <= 0).all()
    assert snippet.widths[0] == 1 and snippet.widths.size == 2400
    assert 800 <= snippet.first == min(snippet.alarms) < 1000


def test_stream_has_the_three_rates(snippet):
    for start, rate in ((0, 0.1), (800, 0.3), (1600, 0.1)):
        part = snippet.errors[start : start + 800]
        assert part.mean() == pytest.approx(rate, abs=4 * np.sqrt(rate * (1 - rate) / 800))


def test_old_rows_survive_the_first_cut(snippet):
    assert snippet.widths[snippet.first] > 2 * (snippet.first - 800)
    assert snippet.errors[-snippet.widths[-1] :].mean() == pytest.approx(0.1, abs=0.05)


def test_picture_shows_the_width(snippet):
    np.testing.assert_array_equal(snippet.figures[0].axes[0].lines[0].get_ydata(), snippet.widths)


def test_waits_until_the_window_is_longer_than_least(snippet):
    stream = np.repeat([0.0, 1.0], 60)
    detector = ADWIN(delta=0.05, clock=1, max_buckets=500, min_window_length=1, grace_period=100)
    theirs = next(i for i, x in enumerate(stream) if detector.update(x) or detector.drift_detected)
    assert snippet.adwin(stream, 0.05, 100)[1][0] == theirs == 100
