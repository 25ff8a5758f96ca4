import numpy as np
import pytest
from statsmodels.stats.power import normal_power, zt_ind_solve_power


@pytest.mark.parametrize(("spread", "users", "held"), [(3, 2_000_000, 0.05), (1.7, 9_000, 0.4), (8, 50_000, 0.01)])
def test_detectable_lift_agrees_with_statsmodels(snippet, spread, users, held):
    se = snippet.standard_error(spread, users, held)
    for power in (0.8, 0.95):
        size = zt_ind_solve_power(nobs1=users * held, alpha=0.05, power=power, ratio=(1 - held) / held)
        np.testing.assert_allclose(
            snippet.detectable(se, power), size * spread, rtol=1e-3
        )  # its root finder's own precision
    np.testing.assert_allclose(normal_power(snippet.detectable(1.0), 1, 0.05), 0.8, atol=1e-4)


def test_simulated_standard_error(snippet):
    rng = np.random.default_rng(1)
    held, rest = rng.gamma(1, 1, (4000, 20)).mean(axis=1), rng.gamma(1, 1, (4000, 180)).mean(axis=1)
    # exponential outcomes have spread 1; 4,000 draws: relative standard error 1.1 %
    np.testing.assert_allclose((rest - held).std(), snippet.standard_error(1, 200, 0.1), rtol=0.06)


def test_larger_holdbacks_see_smaller_lifts(snippet):
    seen = [float(line.split()[-2]) for line in snippet.printed.splitlines()]
    # the exercise's premises: spread 3, two million users; the last row holds back a tenth
    np.testing.assert_allclose(snippet.se, 3 * np.sqrt((1 / 0.1 + 1 / 0.9) / 2e6), rtol=1e-12)
    assert seen == sorted(seen, reverse=True) and seen[0] > 2 * seen[-1]
