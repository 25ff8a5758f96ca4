import numpy as np
import pytest
from scipy.special import rel_entr
from scipy.stats import multivariate_normal, norm
from statsmodels.stats.proportion import confint_proportions_2indep


def test_psi_is_kl_both_ways_on_deciles(snippet):
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=5_000), rng.normal(0.4, 1.2, size=3_000)
    edges = [-np.inf, *snippet.EDGES, np.inf]
    a, b = (np.histogram(v, edges)[0] / v.size for v in (x, y))
    assert snippet.psi(x, y) == pytest.approx(rel_entr(a, b).sum() + rel_entr(b, a).sum())
    np.testing.assert_allclose(snippet.EDGES, norm.ppf(np.arange(1, 10) / 10), atol=0.006)


def test_an_empty_bin_counts_as_half_a_row(snippet):
    x, y = np.zeros(10), np.full(20, 5.0)
    a, b = np.array([10, 0.5]) / 10, np.array([0.5, 20]) / 20
    others = 8 * (0.05 - 0.025) * np.log(2)
    assert snippet.psi(x, y) == pytest.approx(((b - a) * np.log(b / a)).sum() + others)


@pytest.mark.parametrize("offset, threshold", [(0.0, 0.0), (0.6, 0.0), (0.0, 0.3), (0.2, 0.7)])
def test_error_rate_is_what_theory_says(snippet, offset, threshold):
    cut = threshold - offset  # in terms of the true feature
    joint = multivariate_normal([0, 0], [[1, 1], [1, 1.25]])
    both_low = joint.cdf([cut, 0])
    expected = norm.cdf(cut) + 0.5 - 2 * both_low
    received, wrong = snippet.arm(np.random.default_rng(2), offset, threshold, rows=200_000)
    assert wrong.mean() == pytest.approx(expected, abs=0.004)  # over four standard errors
    assert received.mean() == pytest.approx(offset, abs=0.01) and received.std() == pytest.approx(1, abs=0.01)


def test_defaults_are_a_healthy_arm(snippet):
    x, wrong = snippet.arm(np.random.default_rng(3))
    y, same = snippet.arm(np.random.default_rng(3), 0, 0, 20_000)
    np.testing.assert_array_equal(x, y)
    np.testing.assert_array_equal(wrong, same)


def test_difference_agrees_with_statsmodels(snippet):
    rng = np.random.default_rng(4)
    a, b = rng.random(900) < 0.1, rng.random(500) < 0.14
    extra, margin = snippet.difference(a, b)
    low, high = confint_proportions_2indep(b.sum(), 500, a.sum(), 900, method="wald", alpha=2 * norm.sf(3))
    assert (extra - margin, extra + margin) == pytest.approx((low, high))


def test_only_the_model_s_own_errors_justify_a_rollback(snippet):
    rows = [row[20:].split() for row in snippet.printed.splitlines()[2:]]
    assert [row[-1] for row in rows] == ["False", "False", "True"]
    psi = [float(row[0]) for row in rows]
    assert psi[1] > 0.2 > 0.01 > max(psi[0], psi[2])
    assert float(rows[1][1].rstrip("%")) > float(rows[0][1].rstrip("%")) + 5
