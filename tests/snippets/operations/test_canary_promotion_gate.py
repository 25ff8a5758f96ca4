import numpy as np
import pytest
from scipy.stats import binom


def wealth_on_average(snippet, n, ratio):
    k = np.arange(n + 1)
    chance = 0.05 * ratio / (0.05 * ratio + 0.95)
    return (binom.pmf(k, n, chance) * np.exp(snippet.log_evidence_of_safety(k, n - k))).sum()


def test_bets_are_fair_at_the_margin_and_bad_beyond_it(snippet):
    assert wealth_on_average(snippet, 1, 1.5) == pytest.approx(1)
    assert wealth_on_average(snippet, 80, 1.5) == pytest.approx(1)
    for ratio in (1.51, 2.0, 5.0):
        assert wealth_on_average(snippet, 80, ratio) < 1
    assert wealth_on_average(snippet, 80, 1.0) > 1


def test_it_is_the_likelihood_ratio_of_the_two_hypotheses(snippet):
    k, n = 9, 240
    safe, harmful = binom.logpmf(k, n, 0.05), binom.logpmf(k, n, 0.075 / 1.025)
    assert snippet.log_evidence_of_safety(k, n - k) == pytest.approx(safe - harmful)
    assert snippet.chance_of_canary(3) == pytest.approx(0.15 / 1.1)


def test_the_simulated_errors(snippet):
    canary, control = snippet.errors(np.random.default_rng(1), 2.0)
    assert canary.shape == control.shape == (2_000, 96)
    # 180 errors in 15 minutes, 171 of them in control; standard errors 0.3 and 0.9
    assert abs(control[:, 0].mean() - 171) < 1.5 and abs(control[:, -1].mean() - 96 * 171) < 15
    assert abs(canary[:, -1].mean() - 96 * 18) < 5


def test_what_the_page_says(snippet):
    table = [line.split() for line in snippet.printed.splitlines()[2:]]
    lax, strict = ([float(row[i][:-1]) for row in table] for i in (2, 3))
    assert lax[2] > 50  # a ratio at the margin passes the lax gate more often than not
    assert strict[0] > 99 and max(strict[2:]) <= 5  # Ville's bound, for 2,000 tests
    # by hand: the chance that z < 1.64 after 15 minutes with ratio 1.5, from Poisson counts
    rng = np.random.default_rng(2)
    a, b = rng.poisson(13.5, 200_000), rng.poisson(171, 200_000)
    z = (a - 0.05 * (a + b)) / np.sqrt(0.05 * 0.95 * (a + b))
    assert abs((z < 1.64).mean() - lax[2] / 100) < 0.04  # 2,000 tests: standard error 0.011
    hours = [float(row[4]) for row in table]
    assert 0.25 <= hours[0] < hours[1] < hours[2] == hours[3] == np.inf
    canary, control = snippet.errors(np.random.default_rng(4), 1.2)
    wealth = snippet.log_evidence_of_safety(canary, control)
    first = [next((i + 1 for i, w in enumerate(row) if w >= np.log(20)), np.inf) for row in wealth]
    assert abs(np.median(first) / 4 - hours[1]) <= 0.75
