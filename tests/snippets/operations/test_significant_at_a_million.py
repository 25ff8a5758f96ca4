import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ks_2samp, norm

SAMPLES = st.lists(st.integers(-5, 5).map(float), min_size=1, max_size=12)


@given(SAMPLES, SAMPLES)
def test_distance_agrees_with_scipy_also_with_ties(snippet, a, b):
    assert snippet.distance(np.array(a), np.array(b)) == pytest.approx(ks_2samp(a, b, method="asymp").statistic)


def test_p_value_agrees_with_scipy(snippet):
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=3_000), rng.normal(0.03, size=5_000)
    theirs = ks_2samp(a, b, method="asymp")
    # SciPy's p-value is that of a finite effective sample, this one its limit
    assert snippet.p_value(theirs.statistic, 3_000, 5_000) == pytest.approx(theirs.pvalue, abs=0.02)


def test_lower_limit_subtracts_both_bands_and_stops_at_zero(snippet):
    n, m, alpha = 400, 900, 0.1
    for rows in (n, m):  # each band is exceeded with probability at most alpha / 2
        band = 0.2 - snippet.lower_limit(0.2, rows, 10**18, alpha)
        assert 2 * np.exp(-2 * rows * band**2) == pytest.approx(alpha / 2)
    both = (0.3 - snippet.lower_limit(0.3, n, 10**18, alpha)) + (0.3 - snippet.lower_limit(0.3, m, 10**18, alpha))
    assert snippet.lower_limit(0.3, n, m, alpha) == pytest.approx(0.3 - both, abs=1e-8)
    assert snippet.lower_limit(0.01, n, m, alpha) == 0
    assert snippet.lower_limit(0.3, n, m) == snippet.lower_limit(0.3, n, m, 0.05)


def test_lower_limit_covers(snippet):
    rng, true = np.random.default_rng(2), 2 * norm.cdf(0.25) - 1  # shift 0.5
    above = [
        snippet.lower_limit(snippet.distance(rng.normal(size=200), rng.normal(0.5, size=300)), 200, 300) > true
        for _ in range(200)
    ]
    assert np.mean(above) <= 0.05  # conservative: two bands at once


def test_a_tiny_shift_is_significant_and_no_alarm(snippet):
    rows = [row.split() for row in snippet.printed.splitlines()[1:]]
    assert [row[-2:] for row in rows] == [["no", "no"], ["yes", "no"], ["yes", "yes"], ["yes", "yes"]]
    assert float(rows[1][2]) == pytest.approx(2 * norm.cdf(0.005) - 1, abs=0.002)
    assert float(rows[3][2]) == pytest.approx(2 * norm.cdf(0.15) - 1, abs=0.002)
    assert snippet.MARGIN == 0.05
