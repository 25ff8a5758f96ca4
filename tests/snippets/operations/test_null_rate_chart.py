import numpy as np
import pytest
from scipy.stats import binom, norm


def test_binomial_limits_hold_where_rows_are_the_only_noise(snippet):
    rng = np.random.default_rng(1)
    low, high = snippet.binomial_limits(rng.binomial(5_000, 0.1, 20_000) / 5_000, 5_000)
    exact = binom.cdf(5_000 * low, 5_000, 0.1), binom.sf(5_000 * high, 5_000, 0.1)
    assert exact == pytest.approx((norm.sf(3), norm.sf(3)), abs=8e-4)
    assert (high - low) / 2 == pytest.approx(3 * np.sqrt(0.09 / 5_000), rel=0.01)
    assert (low + high) / 2 == pytest.approx(0.1, abs=1e-4)


def test_moving_range_limits_are_three_sigma_of_the_days(snippet):
    rates = np.random.default_rng(2).normal(0.3, 0.02, 40_000)
    low, high = snippet.moving_range_limits(rates)
    assert (low, high) == pytest.approx((0.24, 0.36), abs=0.002)
    step = np.append(rates, rates + 5)  # a jump hardly widens them, unlike the standard deviation
    assert np.diff(snippet.moving_range_limits(step))[0] == pytest.approx(high - low, rel=0.01)


def test_moving_range_constant_is_that_of_the_tables(snippet):
    low, high = snippet.moving_range_limits(np.array([1.0, 2.0, 1.0]))
    assert (high - low) / 2 == pytest.approx(2.66, abs=0.005)  # 3 / d2, d2 = 1.128 for ranges of two


def test_outside(snippet):
    found = snippet.outside(np.array([0.1, 0.2, 0.25, 0.3, 0.4]), (0.2, 0.3))
    np.testing.assert_array_equal(found, [True, False, False, False, True])


def test_data_are_as_described(snippet):
    assert snippet.rates.size == 150 and snippet.past.size == 120
    assert snippet.past.mean() == pytest.approx(0.02, abs=4e-4)
    assert snippet.past.std() == pytest.approx(0.001, rel=0.25)
    assert snippet.rates[135:].mean() == pytest.approx(0.03, abs=0.001) and snippet.rates[134] < 0.025


def test_binomial_limits_cry_wolf_and_both_find_the_break(snippet):
    normal, days = snippet.rates[120:135], snippet.rates[135:]
    binomial = snippet.outside(normal, snippet.binomial_limits(snippet.past)).sum()
    from_days = snippet.outside(normal, snippet.moving_range_limits(snippet.past)).sum()
    assert binomial > 7 and from_days <= 1
    assert snippet.outside(days, snippet.binomial_limits(snippet.past)).all()
    assert snippet.outside(days, snippet.moving_range_limits(snippet.past)).all()


def test_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    np.testing.assert_array_equal(lines[-1].get_ydata(), snippet.rates)
    labels = [text.get_text() for text in snippet.figures[0].axes[0].get_legend().get_texts()]
    assert labels == ["binomial limits", "moving range limits"]
    drawn = {line.get_color(): [] for line in lines}
    for line in lines[:-1]:
        drawn[line.get_color()].append(tuple(line.get_ydata()))
        np.testing.assert_array_equal(line.get_xdata(), [0, 150])
    for colour, limits in (("C1", snippet.binomial_limits), ("C2", snippet.moving_range_limits)):
        assert drawn[colour] == [(v, v) for v in limits(snippet.past)]
