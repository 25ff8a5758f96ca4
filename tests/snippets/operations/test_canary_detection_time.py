import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.power import NormalIndPower


def test_the_power_at_the_computed_size_is_80_percent(snippet):
    for ok, bad, share in ((0.02, 0.03, 0.1), (0.05, 0.051, 0.5), (0.001, 0.01, 0.01)):
        n = snippet.requests_needed(ok, bad, share)
        error = np.sqrt(bad * (1 - bad) / (share * n) + ok * (1 - ok) / ((1 - share) * n))
        assert abs(norm.sf(norm.isf(0.025) - (bad - ok) / error) - 0.8) < 1e-9


def test_close_to_statsmodels_for_equal_arms(snippet):
    # statsmodels' arcsine form differs a little in the variance it assumes
    h = 2 * (np.arcsin(np.sqrt(0.033)) - np.arcsin(np.sqrt(0.03)))
    n = NormalIndPower().solve_power(h, alpha=0.05, power=0.8)
    assert snippet.requests_needed(0.03, 0.033, 0.5) == pytest.approx(2 * n, rel=0.003)


def test_the_smallest_rise_is_the_inverse(snippet):
    for ok, share, bad in ((0.01, 0.05, 0.013), (0.2, 0.5, 0.24), (0.001, 0.01, 0.004)):
        n = snippet.requests_needed(ok, bad, share)
        assert snippet.smallest_rise(ok, share, n) == pytest.approx(bad, rel=1e-9)
    with pytest.raises(ValueError, match="signs"):  # five requests cannot even show a rise to 1
        snippet.smallest_rise(0.5, 0.5, 5)


def test_what_the_page_says(snippet):
    # the control's noise is almost free: 1 % needs half the canary requests of 50 %, and 26 times in all
    small, even = (snippet.requests_needed(0.01, 0.011, s) for s in (0.01, 0.5))
    assert 0.5 < 0.01 * small / (0.5 * even) < 0.55 and 26 < small / even < 27
    assert snippet.total == snippet.requests_needed(0.01, 0.011, 0.5)
    assert snippet.hours * 360_000 == pytest.approx(snippet.total)
    assert snippet.minutes * 6_000 == pytest.approx(snippet.requests_needed(0.01, 0.2, 0.01))
    variance = 0.05 * 0.95 * (1 / 10_000 + 1 / 990_000)
    assert snippet.error == pytest.approx(np.sqrt(variance), rel=1e-9)
    assert "visible from 12%" in snippet.printed
