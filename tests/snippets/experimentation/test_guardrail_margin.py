import numpy as np
import pytest
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


@pytest.mark.parametrize("effect", [-0.3, -0.1, 0.0, 0.2])
def test_both_rules_against_simulated_tests(snippet, effect):
    rng = np.random.default_rng(1)
    estimate = rng.normal(effect, 0.1, 40_000)
    worse = estimate + 1.959964 * 0.1 < 0  # the whole 95 % interval is below zero
    rate = snippet.passes_if_not_significantly_worse(effect, 0.1)
    assert abs(np.mean(~worse) - rate) < 4 * np.sqrt(0.25 / 40_000)  # four standard errors at most
    for margin in (0.05, 0.3):
        inside = estimate - 1.959964 * 0.1 > -margin
        assert abs(np.mean(inside) - snippet.passes_if_not_inferior(effect, 0.1, margin)) < 4 * np.sqrt(0.25 / 40_000)


def test_levels_hold_at_the_edges(snippet):
    for error in (0.01, 1.0, 30.0):
        np.testing.assert_allclose(snippet.passes_if_not_inferior(-0.4, error, 0.4), 0.025)
        np.testing.assert_allclose(snippet.passes_if_not_significantly_worse(0, error), 0.975)


def test_a_small_test_lets_harm_pass_only_under_the_lax_rule(snippet):
    assert snippet.passes_if_not_significantly_worse(-1.0, 50.0) > 0.97
    assert snippet.passes_if_not_inferior(-1.0, 50.0, 0.5) < 0.025
    assert snippet.passes_if_not_inferior(0, 1e-3, 0.5) > 0.999  # a large one lets a harmless change pass


def test_decision_agrees_with_statsmodels_on_data(snippet):
    rng = np.random.default_rng(2)
    old, new = (DescrStatsW(rng.normal(0, 1, 500)) for _ in range(2))
    compared = CompareMeans(new, old)
    lower, _ = compared.zconfint_diff(alpha=0.05)
    p = compared.ztest_ind(alternative="larger", value=-0.12)[1]  # H0: effect <= -margin
    assert (lower > -0.12) == (p < 0.025)


def test_table(snippet):
    rows = {
        int(r[0].replace(",", "")): [float(v) for v in r[1:]] for r in map(str.split, snippet.printed.splitlines()[2:])
    }
    error = np.sqrt(2 * 0.05 * 0.95 / 10_000)
    rng = np.random.default_rng(3)
    clicks = rng.binomial(10_000, [[0.05], [0.048], [0.05]], (3, 40_000)) / 10_000
    for column, (harm, rule) in enumerate(((1, 0), (1, -0.001), (2, -0.001))):
        d = clicks[harm] - clicks[0]
        passed = d > -1.96 * error if column == 0 else d - 1.96 * error > rule
        assert abs(passed.mean() - rows[10_000][column]) < 0.01  # 4 standard errors 0.006, unequal variances the rest
    assert list(rows) == [1_000, 10_000, 100_000, 1_000_000]
