import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import rel_entr
from scipy.stats import chi2

COUNTS = st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(lambda c: sum(c) > 0)


@given(COUNTS, COUNTS)
def test_psi_is_kl_both_ways_after_the_floor(snippet, reference, current):
    a, b = (np.where(np.array(c) == 0, 0.5, c) for c in (reference, current))
    a, b = a / sum(a), b / sum(b)
    expected = rel_entr(a, b).sum() + rel_entr(b, a).sum()
    assert snippet.psi(np.array(reference), np.array(current)) == pytest.approx(expected, abs=1e-12)


def test_psi_of_many_tables_at_once(snippet):
    tables = np.random.default_rng(1).integers(0, 30, (2, 5, 3, 6)) + 1
    together = snippet.psi(*tables)
    assert together.shape == (5, 3)
    assert together[2, 1] == pytest.approx(snippet.psi(tables[0, 2, 1], tables[1, 2, 1]))


@pytest.mark.parametrize("n, m, bins", [(2_000, 5_000, 10), (3_000, 3_000, 5)])
def test_null_is_chi_square_with_one_degree_less_than_bins(snippet, n, m, bins):
    rng = np.random.default_rng(2)
    shares = rng.dirichlet(np.full(bins, 20.0))
    drawn = snippet.psi(rng.multinomial(n, shares, 40_000), rng.multinomial(m, shares, 40_000))
    scaled = drawn * n * m / (n + m)
    assert scaled.mean() == pytest.approx(bins - 1, rel=0.02)  # standard error below 0.4 %
    for alpha in (0.5, 0.1, 0.05, 0.01):  # standard error at most 0.25 points; the law is asymptotic
        rejected = np.mean(drawn > snippet.threshold(n, m, bins, alpha))
        assert rejected == pytest.approx(alpha, abs=0.008)
        assert snippet.threshold(n, m, bins, alpha) * n * m / (n + m) == pytest.approx(chi2.ppf(1 - alpha, bins - 1))


def test_defaults_are_ten_bins_and_five_percent(snippet):
    assert snippet.threshold(40, 90) == snippet.threshold(40, 90, 10, 0.05)


def test_simulated_tables_have_no_drift_and_equal_bins(snippet):
    drawn = snippet.without_drift(30_000, np.random.default_rng(3), draws=5_000)
    assert drawn.shape == (5_000,)
    assert drawn.mean() * 15_000 == pytest.approx(9, rel=0.03)
    assert snippet.without_drift(100, np.random.default_rng(3)).size == 20_000


def test_small_samples_exceed_any_fixed_threshold(snippet):
    rng = np.random.default_rng(4)
    above = [np.mean(snippet.without_drift(n, rng) > 0.2) for n in (50, 100, 1_000)]
    assert above[0] > 0.8 and 0.38 < above[1] < 0.44 and above[2] == 0


def test_fine_bins_tend_to_the_squared_shift(snippet):
    for delta in (0.2, 0.5, 1.0):  # KL of N(0, 1) and N(δ, 1) is δ² / 2, both ways
        values = [snippet.shifted_normal(delta, bins) for bins in (2, 10, 50, 5_000)]
        assert values == sorted(values)
        assert values[-1] == pytest.approx(delta**2, rel=0.002)
    rng = np.random.default_rng(5)
    x, y = rng.normal(size=400_000), rng.normal(0.5, size=400_000)
    edges = np.quantile(x, np.arange(1, 10) / 10)
    counts = [np.bincount(np.digitize(v, edges)) for v in (x, y)]
    assert snippet.shifted_normal(0.5, 10) == pytest.approx(snippet.psi(*counts), abs=0.006)
