import numpy as np
import pytest
from scipy.stats import betabinom, binom, chisquare


def test_the_wealth_is_the_beta_binomial_likelihood_ratio(snippet):
    for users, in_a in ((1, 0), (10, 3), (5_000, 2_600)):
        ratio = betabinom.logpmf(in_a, users, 1_000, 1_000) - binom.logpmf(in_a, users, 0.5)
        np.testing.assert_allclose(snippet.log_wealth(in_a, users), ratio, atol=1e-7)


def test_betting_gives_the_same_wealth_in_any_order(snippet):
    arms = np.random.default_rng(2).binomial(1, 0.7, 300)
    for order in (arms, arms[::-1], 1 - arms):
        expected = np.exp(snippet.log_wealth(order.sum(), 300))
        np.testing.assert_allclose(snippet.wealth_by_betting(order), expected, rtol=1e-9)
    np.testing.assert_allclose(snippet.wealth_by_betting([1, 0]), 2 * 0.5 * 2 * 1000 / 2001)


def test_the_bets_are_fair_when_the_split_is(snippet):
    # the expected wealth is 1: an exact sum over all counts
    counts = np.arange(201)
    assert binom.pmf(counts, 200, 0.5) @ np.exp(snippet.log_wealth(counts, 200)) == pytest.approx(1)


def test_alarms(snippet):
    result = snippet.alarms(0.5, np.random.default_rng(7))
    once, daily, process = (result[name].any(axis=1).mean() for name in result)
    assert result["chi-square every day"].shape == (20_000, 14)
    assert result["chi-square on the last day"].shape == (20_000, 1)
    # 20,000 tests: standard errors 0.0002, 0.0006, 0.0002
    assert abs(once - 0.001) < 0.0009
    assert 0.004 < daily < 0.009
    assert process <= 0.001


def test_the_statistic_is_pearsons(snippet):
    # one test, one day, many shares: the alarm agrees with SciPy's chi-square
    for share in (0.47, 0.4766, 0.49):
        users = 1_000
        rng = np.random.default_rng(3)
        alarm = snippet.alarms(share, rng, 400, 1, users, 0.05)
        in_a = np.random.default_rng(3).binomial(users, share, (400, 1))
        p = chisquare(np.hstack([in_a, users - in_a]), axis=1).pvalue
        np.testing.assert_array_equal(alarm["chi-square every day"][:, 0], p < 0.05)
        np.testing.assert_array_equal(alarm["chi-square on the last day"][:, 0], p < 0.05)
        e = np.exp(snippet.log_wealth(in_a, users))
        np.testing.assert_array_equal(alarm["e-process every day"], e >= 20)


def test_days_accumulate(snippet):
    alarm = snippet.alarms(0.45, np.random.default_rng(3), 100, 3, 400, 0.01)["e-process every day"]
    in_a = np.cumsum(np.random.default_rng(3).binomial(400, 0.45, (100, 3)), axis=1)
    users = np.array([400, 800, 1200])
    np.testing.assert_array_equal(alarm, np.exp(snippet.log_wealth(in_a, users)) >= 100)
    assert alarm[:, 2].mean() > alarm[:, 0].mean()
