import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.power import normal_power


@pytest.mark.parametrize(("differ", "gain", "level", "power"), [(0.2, 0.1, 0.05, 0.8), (0.3, 0.08, 0.1, 0.9)])
def test_a_paired_test_of_that_size_has_the_power(snippet, differ, gain, level, power):
    n = snippet.needed(snippet.paired_variance(differ, gain), gain, level, power)
    shares = [(differ - gain) / 2, (differ + gain) / 2, 1 - differ]
    worse, better, _ = np.random.default_rng(1).multinomial(n, shares, 40_000).T
    difference = (better - worse) / n
    error = np.sqrt(((better + worse) / n - difference**2) / n)
    assert abs((difference / error > norm.isf(level / 2)).mean() - power) < 0.02  # normal approximation


def test_an_unpaired_test_of_that_size_has_the_power(snippet):
    variance = snippet.unpaired_variance(0.7, 0.06)
    assert variance == pytest.approx(0.7 * 0.3 + 0.76 * 0.24)
    n = snippet.needed(variance, 0.06, 0.05, 0.9)
    # statsmodels: effect in standard deviations of one group, the variance of a difference being 2 / n
    power = [normal_power(0.06 / np.sqrt(variance / 2), m / 2, 0.05, alternative="two-sided") for m in (n - 1, n)]
    assert power[0] < 0.9 <= power[1] + 1e-6


def test_a_single_example_of_each_kind_has_the_paired_variance(snippet):
    contributions = np.array([-1.0, 1.0, 1.0, 0.0])
    assert snippet.paired_variance(0.75, 0.25) == pytest.approx(contributions.var())


def test_defaults_and_halving_the_gain(snippet):
    assert snippet.needed(0.1, 0.01) == snippet.needed(0.1, 0.01, 0.05, 0.8)
    assert snippet.needed(0.1, 0.005) == pytest.approx(4 * snippet.needed(0.1, 0.01), rel=1e-3)
    rows = np.array([line.split() for line in snippet.printed.splitlines()[2:]], float)
    assert rows[:, 0].tolist() == [0.01, 0.02, 0.05] and (rows[:, 1] < rows[:, 2] / 2.5).all()
