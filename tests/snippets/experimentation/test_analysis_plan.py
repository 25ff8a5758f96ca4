import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.power import zt_ind_solve_power


@pytest.mark.parametrize(("variance", "effect", "alpha", "power"), [(2.0, 0.1, 0.05, 0.8), (0.3, 0.02, 0.01, 0.95)])
def test_users_agree_with_statsmodels(snippet, variance, effect, alpha, power):
    expected = zt_ind_solve_power(effect / np.sqrt(variance), alpha=alpha, power=power)
    assert 0 <= snippet.users_per_arm(2 * variance, effect, alpha, power) - expected < 1 + 1e-4 * expected
    assert snippet.users_per_arm(2, 0.3) == snippet.users_per_arm(2, 0.3, 0.05, 0.8)


def test_a_planned_lift_is_found_with_the_planned_power(snippet):
    for base, lift in ((0.2, 0.1), (0.6, -0.05)):
        n, new = snippet.to_detect(base, lift), base * (1 + lift)
        a, b = np.random.default_rng(1).binomial(n, [[base], [new]], (2, 40_000)) / n
        z = (b - a) / np.sqrt((a * (1 - a) + b * (1 - b)) / n)
        assert abs((abs(z) > norm.ppf(0.975)).mean() - 0.8) < 0.012  # standard error 0.002


def test_a_harmless_change_passes_its_guardrail_with_the_planned_power(snippet):
    base, margin = 0.03, 0.005
    n = snippet.to_exclude(base, margin)
    a, b = np.random.default_rng(2).binomial(n, base, (2, 40_000)) / n
    high = b - a + norm.ppf(0.975) * np.sqrt((a * (1 - a) + b * (1 - b)) / n)
    assert abs((high < margin).mean() - 0.8) < 0.012


def test_weeks(snippet):
    assert [snippet.weeks_needed(n, [5, 3, 2]) for n in (1, 5, 6, 8, 9, 10, 11)] == [1, 1, 2, 2, 3, 3, None]


def test_the_larger_of_both_decides(snippet):
    assert snippet.primary == snippet.to_detect(0.05, 0.05) < snippet.guardrail == snippet.per_arm
    assert snippet.guardrail == snippet.to_exclude(0.01, 0.001)
    assert snippet.by_week == [200_000, 90_000, 60_000, 45_000]  # as in the page's plan
    # 200,000 and 90,000 are too few for both arms, with 60,000 more they suffice
    assert 290_000 < 2 * snippet.per_arm <= 350_000 and snippet.weeks == 3
