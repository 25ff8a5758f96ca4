import numpy as np
import pytest
from scipy import stats


def test_seen_share_follows_the_distribution_of_the_delay(snippet):
    age, seen = snippet.simulate(days=10, clicks_a_day=200_000, seed=3)
    assert len(age) == 2_000_000
    for day in range(10):
        expected = 0.05 * stats.expon(scale=7).cdf(day + 0.5)
        rate = seen[age == day + 0.5].mean()
        assert rate == pytest.approx(expected, abs=4 * np.sqrt(expected / 200_000))  # four standard errors


def test_estimates_on_expected_counts(snippet):
    age = np.repeat(np.arange(40) + 0.5, 100)
    arrived = stats.expon(scale=7).cdf(age)
    found = snippet.estimates(age, 0.2 * arrived)  # a fractional "seen" without noise
    assert found["divide by the share that arrived"] == pytest.approx(0.2)
    assert found["count what has been seen"] == pytest.approx(0.2 * arrived.mean())
    assert found["only clicks older than 21 days"] == pytest.approx(0.2 * arrived[age > 21].mean())
    assert snippet.estimates(age, 0.2 * arrived, mature=3)["only clicks older than 21 days"] == pytest.approx(
        0.2 * arrived[age > 3].mean()
    )
    on_the_edge = np.array([21.0, 21.5])
    assert snippet.estimates(on_the_edge, np.array([0.0, 1.0]))["only clicks older than 21 days"] == 1


def test_printed_conclusions(snippet):
    lines = snippet.printed.splitlines()
    rates = [float(line.split()[1]) for line in lines[1:6]]
    assert rates == sorted(rates)
    for line, rate in zip(lines[1:6], rates, strict=True):
        assert rate == pytest.approx(0.05 * stats.expon(scale=7).cdf(float(line.split()[0])), abs=0.005)
    naive, old, divided, truth = (float(line[33:]) for line in lines[6:10])
    assert truth == 0.05 and divided == pytest.approx(truth, abs=0.001)
    assert naive < 0.8 * truth and naive < old < truth
    for line, window in zip(lines[10:], (7, 21), strict=True):
        assert f"within {window:2} days" in line
        assert float(line[33:]) == pytest.approx(stats.expon(scale=7).cdf(window), abs=0.005)
    assert len(snippet.age) == 600_000 and set(snippet.age) == set(np.arange(30) + 0.5)
