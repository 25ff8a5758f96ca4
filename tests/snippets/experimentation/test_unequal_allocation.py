import numpy as np
import pytest
from statsmodels.stats.power import zt_ind_solve_power


@pytest.mark.parametrize("share", [0.5, 0.3, 0.02, 0.9])
def test_statsmodels_agrees(snippet, share):
    for sd, effect, alpha, goal in ((1, 0.2, 0.05, 0.8), (2, 0.3, 0.01, 0.9)):
        treated = zt_ind_solve_power(effect / sd, alpha=alpha, power=goal, ratio=(1 - share) / share)
        total = snippet.total_users(sd**2, sd**2, effect, share, alpha, goal)
        np.testing.assert_allclose(total * share, treated, rtol=1e-4)
    inflation = snippet.total_users(1, 1, 1, share) / snippet.total_users(1, 1, 1, 0.5)
    np.testing.assert_allclose(inflation, 0.25 / (share * (1 - share)))
    np.testing.assert_allclose(snippet.total_users(1, 2, 0.3, share), snippet.total_users(1, 2, 0.3, share, 0.05, 0.8))


def test_power_of_the_canary_by_simulation(snippet):
    rng = np.random.default_rng(1)
    for share in (0.5, 0.01):
        total = snippet.total_users(0.011 * 0.989, 0.01 * 0.99, 0.001, share)
        n, m = round(total * share), round(total * (1 - share))
        b, a = rng.binomial(n, 0.011, 50_000) / n, rng.binomial(m, 0.01, 50_000) / m
        z = (b - a) / np.sqrt(b * (1 - b) / n + a * (1 - a) / m)
        # standard error 0.0018; the rest is the skewness of a rate of one percent
        assert abs((abs(z) > 1.959964).mean() - 0.8) < 0.012


def test_the_least_variance_is_where_shares_follow_the_standard_deviations(snippet):
    shares = np.linspace(0.01, 0.99, 981)
    best = shares[np.argmin(snippet.total_users(9.0, 1.0, 1, shares))]
    assert abs(best - 0.75) < 0.002  # 3 / (3 + 1)


@pytest.mark.parametrize("arms", [1, 2, 4, 9, 16])
def test_best_control_share_by_search(snippet, arms):
    control = np.linspace(0.01, 0.99, 9801)
    cost = snippet.cost_of_many_arms(control, arms)
    assert abs(control[np.argmin(cost)] - 1 / (1 + np.sqrt(arms))) < 2e-4
    np.testing.assert_allclose(snippet.cost_of_many_arms(1 / (arms + 1), arms), 1)
    # variance of a comparison with n users: 1/(c n) + arms/((1 - c) n), against 2 (arms + 1)/n
    np.testing.assert_allclose(snippet.cost_of_many_arms(0.3, arms), (1 / 0.3 + arms / 0.7) / (2 * (arms + 1)))
    assert f"{arms} treatments" not in snippet.printed or f"needs {cost.min():.2f}" in snippet.printed
