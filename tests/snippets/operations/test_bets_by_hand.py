import math

import pytest
from scipy.stats import binom


def test_the_bets_are_fair(snippet):
    win, lose = snippet.factors()
    assert 0.05 * win + 0.95 * lose == pytest.approx(1)
    assert win / lose == pytest.approx(2)  # the odds that the bet claims, over the fair odds
    mean = sum(binom.pmf(k, 12, 0.05) * snippet.wealth(k, 12) for k in range(13))
    assert mean == pytest.approx(1)


def test_wealth_is_the_likelihood_ratio(snippet):
    for k, n in ((0, 0), (3, 3), (2, 9)):
        expected = binom.pmf(k, n, 0.1 / 1.05) / binom.pmf(k, n, 0.05)
        assert snippet.wealth(k, n) == pytest.approx(expected)


def test_enough_is_the_first_that_suffices(snippet):
    assert snippet.wealth(snippet.enough, 40) >= 20 > snippet.wealth(snippet.enough - 1, 40)
    assert snippet.wealth(5, 40) < 20
    # by logarithms: k log 2 - n log 1.05 >= log limit
    for n, limit in ((10, 5), (100, 20), (60, 1000), (1, 1.9)):
        k = math.ceil((math.log(limit) + n * math.log(1.05)) / math.log(2))
        assert snippet.errors_to_roll_back(n, limit) == k
    assert snippet.errors_to_roll_back(1, snippet.factors()[0]) == 1  # the limit itself is enough
