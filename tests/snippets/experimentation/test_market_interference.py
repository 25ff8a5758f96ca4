import numpy as np
import pytest
from scipy.stats import binom


def expected_sales(buyers, wants_a, wants_b, supply):
    """Expected sales to either half, summed over all pairs of demands."""
    k = np.arange(buyers // 2 + 1)
    pairs = binom.pmf(k, buyers // 2, wants_a)[:, None] * binom.pmf(k, buyers // 2, wants_b)
    total = k[:, None] + k
    sold = np.minimum(total, supply)
    share = np.divide(k[:, None], total, out=np.zeros(total.shape), where=total > 0)
    return (pairs * sold * share).sum(), (pairs * sold * (1 - share)).sum()


@pytest.mark.parametrize(("wants_a", "wants_b", "supply"), [(0.2, 0.5, 300), (0.4, 0.3, 900), (0.1, 0.1, 90)])
def test_sales_agree_with_the_sum_over_demands(snippet, wants_a, wants_b, supply):
    assert snippet.BUYERS == 1_000
    a, b = snippet.sales(np.random.default_rng(3), wants_a, wants_b, supply, 4_000)
    assert a.shape == b.shape == (4_000,) and (a + b <= supply).all() and min(a.min(), b.min()) >= 0
    for sold, expected in zip((a, b), expected_sales(1_000, wants_a, wants_b, supply), strict=True):
        assert abs(sold.mean() - expected) < 5 * sold.std() / np.sqrt(4_000)  # five standard errors


def test_lift_is_relative(snippet):
    assert snippet.lift(np.array([3.0, 5.0]), np.array([1.0, 4.0])) == pytest.approx(4 / 2.5 - 1)


def test_printed_lifts_agree_with_exact_expectations(snippet):
    assert snippet.MARKETS == 20_000  # standard errors of all lifts below 0.1 points
    for line in snippet.printed.splitlines()[1:]:
        supply, *lifts = (float(word.rstrip("%")) for word in line.split())
        none, everyone = (sum(expected_sales(1_000, p, p, supply)) for p in (0.3, 0.4))
        control, treated = expected_sales(1_000, 0.3, 0.4, supply)
        exact = np.array([everyone / none - 1, treated / control - 1, everyone / none - 1])
        np.testing.assert_allclose(lifts, 100 * exact, atol=0.4)


def test_ab_over_buyers_shows_a_third_whatever_the_truth(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert all(abs(float(row[2].rstrip("%")) - 100 / 3) < 0.5 for row in rows)
    assert float(rows[0][1].rstrip("%")) == 0 and abs(float(rows[-1][1].rstrip("%")) - 100 / 3) < 0.3


def test_markets_are_split_at_random(snippet):
    assert abs(snippet.whole.mean() - 0.5) < 5 * 0.5 / np.sqrt(20_000)
