import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm


@pytest.mark.parametrize("epsilon, sigma", [(0.1, 3.0), (1, 1.0), (1, 4.0), (5, 0.5), (10, 0.4)])
def test_delta_is_the_integral_of_the_excess(snippet, epsilon, sigma):
    def excess(x):  # P - exp(ε) Q, positive from the crossing upwards
        return norm.pdf(x, 1, sigma) - np.exp(epsilon) * norm.pdf(x, 0, sigma)

    start = epsilon * sigma**2 + 0.5
    integral, _ = quad(excess, start, start + 40 * sigma, epsabs=1e-14)
    np.testing.assert_allclose(snippet.delta_of(epsilon, sigma), integral, rtol=1e-6, atol=1e-13)


def test_delta_at_epsilon_zero_is_the_total_variation_and_large_epsilon_does_not_overflow(snippet):
    np.testing.assert_allclose(snippet.delta_of(0, 2.0), 2 * norm.cdf(0.25) - 1)
    with np.errstate(all="raise", under="ignore"):
        assert 0 <= snippet.delta_of(800, 0.03) <= 1


@pytest.mark.parametrize("epsilon, delta", [(0.01, 1e-6), (0.5, 1e-3), (3, 1e-8), (50, 1e-5)])
def test_the_analytic_sigma_spends_delta_exactly(snippet, epsilon, delta):
    np.testing.assert_allclose(snippet.delta_of(epsilon, snippet.analytic_sigma(epsilon, delta)), delta, rtol=1e-4)


def test_the_analytic_sigma_agrees_with_opacus_at_sample_rate_one(snippet):
    from opacus.accountants.analysis import rdp

    sigma = snippet.analytic_sigma(1.0, 1e-5)
    orders = np.linspace(2, 60, 400)
    spent = rdp.compute_rdp(q=1.0, noise_multiplier=sigma, steps=1, orders=orders)
    upper, _ = rdp.get_privacy_spent(orders=orders, rdp=spent, delta=1e-5)
    assert 1 < upper < 1.35  # Rényi orders give an upper bound, a little above


def test_the_classical_sigma(snippet):
    np.testing.assert_allclose(snippet.classical_sigma(2, 0.01), np.sqrt(2 * np.log(125)) / 2)


def test_brackets_reach_from_tiny_to_huge_noise(snippet):
    assert 0.01 < snippet.analytic_sigma(400, 0.5) < 0.05
    assert 1500 < snippet.analytic_sigma(1e-3, 1e-5) < 2000


def test_first_failure_is_the_crossing(snippet):
    for delta in (0.05, 1e-4):
        first = snippet.first_failure(delta)
        assert snippet.delta_of(0.999 * first, snippet.classical_sigma(0.999 * first, delta)) < delta
        assert snippet.delta_of(1.001 * first, snippet.classical_sigma(1.001 * first, delta)) > delta


def test_the_textbook_formula_is_safe_below_eight_and_not_at_ten(snippet):
    for epsilon in np.arange(0.5, 8.41, 0.5):
        assert snippet.delta_of(epsilon, snippet.classical_sigma(epsilon, 1e-5)) < 1e-5
    for epsilon in (8.43, 9, 15, 20):
        assert snippet.delta_of(epsilon, snippet.classical_sigma(epsilon, 1e-5)) > 1e-5
    assert 1.29 < snippet.classical_sigma(1, 1e-5) / snippet.analytic_sigma(1, 1e-5) < 1.31
