import numpy as np
import pytest
from scipy.stats import false_discovery_control, kstest, norm


def test_benjamini_hochberg_agrees_with_scipy(snippet):
    rng = np.random.default_rng(1)
    p = rng.random((300, 20)) ** 2
    p[:40] /= 100
    p[40] = 1.0
    for q in (0.05, 0.2):
        expected = np.array([false_discovery_control(row) <= q for row in p])
        np.testing.assert_array_equal(snippet.benjamini_hochberg(p, q), expected)
        assert 0 < expected.any(axis=1).sum() < 300
    np.testing.assert_array_equal(snippet.benjamini_hochberg(p), snippet.benjamini_hochberg(p, 0.05))


def test_p_values_are_uniform_where_nothing_moved(snippet):
    p = snippet.p_values(3, np.random.default_rng(2))
    assert p.shape == (4_000, 200)
    assert kstest(p[:, 3:].ravel(), "uniform").pvalue > 1e-4
    power = norm.sf(norm.isf(0.005) - 4) + norm.cdf(-norm.isf(0.005) - 4)
    assert np.mean(p[:, :3] < 0.01) == pytest.approx(power, abs=0.01)  # standard error 0.2 points


def test_rules(snippet):
    p = np.array([[0.0002, 0.0026, 0.0028, 0.03, *np.ones(196)]])
    found = {name: rule(p).sum() for name, rule in snippet.RULES.items()}
    edge = {name: rule(np.full((1, 200), 2 * norm.sf(3))).sum() for name, rule in snippet.RULES.items()}
    assert edge["each 3 sigma"] == 0 < edge["each p < 0.05"]
    assert found == {"each p < 0.05": 4, "each 3 sigma": 2, "Bonferroni": 1, "Benjamini–Hochberg": 1}


def test_summary_counts_by_hand(snippet):
    pages = np.array([[True, False, True, False], [True, True, False, False], [False, False, False, False]])
    week, found, share = snippet.summary(pages, 2)
    assert (week, found) == (pytest.approx(7 / 3), pytest.approx(0.5))
    assert share == pytest.approx((0.5 + 0 + 0) / 3)
    only_false = np.array([[False, False, True, False]])
    assert snippet.summary(only_false, 2) == (pytest.approx(7), 0, 1)
    assert np.isnan(snippet.summary(pages, 0)[1])


def test_weekly_false_pages_are_what_the_levels_say(snippet):
    quiet = {row[:20].strip(): float(row[20:].split()[0]) for row in snippet.printed.splitlines()[2:]}
    assert quiet["each p < 0.05"] == pytest.approx(7 * 200 * 0.05, rel=0.01)
    assert quiet["each 3 sigma"] == pytest.approx(7 * 200 * 2 * norm.sf(3), rel=0.06)
    assert quiet["Bonferroni"] == pytest.approx(7 * 0.05, abs=0.08)  # three standard errors


def test_fdr_is_controlled_and_finds_more_than_bonferroni(snippet):
    rows = [row[20:].split() for row in snippet.printed.splitlines()[2:]]
    found, false = ([float(row[i].rstrip("%")) for row in rows] for i in (2, 3))
    assert false[3] <= 5 < false[0] and found[2] < found[3] < found[0]
    assert snippet.BROKEN == 5 and snippet.SHIFT == 4
