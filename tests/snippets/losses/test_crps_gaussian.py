import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats


def crps_by_definition(y, cdf, grid):
    return np.trapezoid((cdf(grid) - (grid >= y)) ** 2, grid)


@given(st.floats(-6, 6), st.floats(-3, 3), st.floats(0.2, 3))
def test_closed_form_is_the_integral_of_the_squared_difference_of_cdfs(snippet, y, mean, sigma):
    grid = np.linspace(-20, 20, 20_001)
    expected = crps_by_definition(y, lambda t: stats.norm.cdf(t, mean, sigma), grid)
    np.testing.assert_allclose(snippet.crps_gaussian(y, mean, sigma), expected, atol=2e-3)


def test_pinball_integral_of_another_distribution(snippet):
    tau = (np.arange(20_000) + 0.5) / 20_000
    grid = np.linspace(0, 40, 40_001)
    for y in (0.2, 3.0):
        expected = crps_by_definition(y, stats.expon.cdf, grid)
        np.testing.assert_allclose(snippet.crps_from_quantiles(y, stats.expon.ppf(tau)), expected, atol=1e-3)


def test_the_sample_version_is_unbiased_even_for_two_samples(snippet):
    draws = np.random.default_rng(1).normal(size=(40_000, 2))
    values = [snippet.crps_from_samples(0.7, pair) for pair in draws]
    error = np.std(values) / np.sqrt(len(values))
    assert abs(np.mean(values) - snippet.crps_gaussian(0.7, 0, 1)) < 4 * error


def test_the_sample_version_by_hand(snippet):
    np.testing.assert_allclose(snippet.crps_from_samples(2.0, np.array([0.0, 3.0, 5.0])), 2 - (3 + 5 + 2) / 3 / 2)


def test_a_sharp_forecast_is_its_absolute_error(snippet):
    np.testing.assert_allclose(snippet.crps_gaussian(3.0, 1.0, 1e-9), 2.0)


def test_the_true_forecast_is_best_on_average(snippet):
    y = np.random.default_rng(6).normal(1.0, 2.0, size=20_000)
    best = snippet.crps_gaussian(y, 1.0, 2.0).mean()
    assert all(
        snippet.crps_gaussian(y, m, s).mean() > best for m, s in ((1.0, 1.0), (1.0, 4.0), (0.0, 2.0), (2.0, 2.0))
    )


def test_crps_grows_linearly_where_nll_grows_quadratically(snippet):
    assert len(snippet.samples) == 2000
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    np.testing.assert_array_equal(rows[:, 1], rows[:, 2])
    assert abs(rows[3, 1] - rows[2, 1] - 7) < 0.01 and rows[3, 4] - rows[2, 4] > 45
    assert np.abs(rows[:, 3] - rows[:, 1]).max() < 0.1
