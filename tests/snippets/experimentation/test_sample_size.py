import numpy as np
import pytest
from statsmodels.stats.power import zt_ind_solve_power
from statsmodels.stats.proportion import proportion_effectsize


@pytest.mark.parametrize(
    ("sd", "effect", "alpha", "goal"), [(1, 0.1, 0.05, 0.8), (3, 0.4, 0.01, 0.9), (2, 0.02, 0.1, 0.7)]
)
def test_statsmodels_agrees(snippet, sd, effect, alpha, goal):
    expected = zt_ind_solve_power(effect_size=effect / sd, alpha=alpha, power=goal)
    n = snippet.users_per_arm(2 * sd**2, effect, alpha, goal)
    # statsmodels also counts the far tail (1e-4 of the power at most here) and stops its search early
    assert isinstance(n, int) and n >= expected - 1 and abs(n - expected) < 1 + 5e-4 * expected
    for n in (10, 300, expected):
        found = snippet.power(n, 2 * sd**2, effect, alpha)
        np.testing.assert_allclose(found, zt_ind_solve_power(effect_size=effect / sd, alpha=alpha, nobs1=n))


def test_defaults_are_five_percent_two_sided_and_power_of_eighty(snippet):
    n = snippet.users_per_arm(2.0, 0.25)
    assert n == np.ceil(2 * (1.959963985 + 0.841621234) ** 2 / 0.25**2) == 252
    np.testing.assert_allclose(snippet.power(50, 2.0, 0.0), 0.05)  # no effect: the size of the test
    np.testing.assert_allclose(snippet.power(50, 2.0, -0.3), snippet.power(50, 2.0, 0.3))


def test_arcsine_scale_is_what_statsmodels_uses_for_proportions(snippet):
    size = proportion_effectsize(snippet.q, snippet.p)
    np.testing.assert_allclose(snippet.angle, size)
    n = zt_ind_solve_power(effect_size=size, alpha=0.05, power=0.8)
    printed = int(snippet.printed.split("statsmodels: ")[1].split("\n")[0].replace(",", ""))
    np.testing.assert_allclose(printed, n, rtol=2e-5)


def test_other_printed_sizes(snippet):
    z = 1.959963985 + 0.841621234
    assert f"twice: {np.ceil(2 * 0.05 * 0.95 * z**2 / 0.0025**2):,.0f}\n" in snippet.printed
    assert f"rule of 16: {16 * 0.05 * 0.95 / 0.0025**2:,.0f}\n" in snippet.printed
    assert abs(16 / (2 * z**2) - 1) < 0.02  # the rule rounds 15.7 up


def test_simulation_confirms_the_power_and_what_forgetting_the_two_costs(snippet):
    rng = np.random.default_rng(1)
    n, p, q = 2_000, 0.1, 0.13
    expected = snippet.power(n, p * (1 - p) + q * (1 - q), q - p)
    # standard error of a share of 100,000 tests is at most 0.0016; 0.005 also covers the normal approximation
    assert abs(snippet.simulated_power(n, p, q, rng) - expected) < 0.006
    assert abs(snippet.simulated_power(n, p, p, rng) - 0.05) < 0.006
    assert snippet.simulated_power.__defaults__ == (100_000,)
    assert 0.50 < snippet.power(snippet.n // 2, snippet.both, 0.0025) < 0.52
