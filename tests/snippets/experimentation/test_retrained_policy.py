import numpy as np
import pytest
from scipy.stats import norm, ttest_1samp


def test_daily_differences_have_the_stated_covariance(snippet):
    luck, memory, se = 1.5, 0.6, 0.8
    daily = snippet.daily_differences(np.random.default_rng(5), luck, memory, 6, 60_000, se)
    assert daily.shape == (60_000, 6)
    lag = abs(np.subtract.outer(np.arange(6), np.arange(6)))
    expected = luck**2 * memory**lag + se**2 * np.eye(6)
    # a covariance of 60,000 normal pairs with variance 2.9 has a standard error below 0.017
    np.testing.assert_allclose(np.cov(daily, rowvar=False), expected, atol=0.09)
    np.testing.assert_allclose(daily.mean(axis=0), 0, atol=0.035)  # five standard errors


def test_without_luck_only_the_users_are_noise(snippet):
    daily = snippet.daily_differences(np.random.default_rng(6), 0, 0.9)
    assert daily.shape == (20_000, 28)
    np.testing.assert_allclose(daily.std(), 0.5, atol=0.003)  # 560,000 values: standard error 0.0005


def test_p_values_of_users(snippet):
    daily = np.random.default_rng(1).normal(0.3, 2, (7, 5))
    expected = [2 * norm.cdf(-abs(row.sum()) / np.sqrt(5 * 2**2)) for row in daily]
    np.testing.assert_allclose(snippet.users_as_sample(daily, 2), expected)
    np.testing.assert_allclose(snippet.users_as_sample(daily), snippet.users_as_sample(daily, 0.5))


@pytest.mark.parametrize("length", [1, 2, 7])
def test_p_values_of_blocks(snippet, length):
    daily = np.random.default_rng(2).normal(0.4, 1, (6, 42))
    means = np.array([[part.mean() for part in np.split(row, 42 // length)] for row in daily])
    np.testing.assert_allclose(snippet.blocks_as_sample(daily, length), ttest_1samp(means, 0, axis=1).pvalue)


def test_printed_rates(snippet):
    rows = {line[:17].strip(): line[17:].split("%") for line in snippet.printed.splitlines()[1:]}
    rates = {name: [float(cell) for cell in cells[:3]] for name, cells in rows.items()}
    np.testing.assert_allclose(rates["frozen, alike"], 5, atol=1)  # 20,000 tests: standard error 0.15 points
    # users: the mean has variance (1 + 0.25)/28 and is taken to have 0.25/28
    assert abs(rates["fresh every day"][0] - 200 * norm.sf(1.96 / np.sqrt(5))) < 1.5
    np.testing.assert_allclose(rates["fresh every day"][1:], 5, atol=1)
    users, days, weeks = rates["warm-started"]
    lag = abs(np.subtract.outer(np.arange(28), np.arange(28)))
    variance = (0.7**lag).sum() / 28 + 0.25
    assert abs(users - 200 * norm.sf(1.96 * np.sqrt(0.25 / variance))) < 2
    assert users > days > 20 > weeks > 6  # weeks are better, and not yet right
