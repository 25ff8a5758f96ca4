import numpy as np
import pytest
from opacus.accountants import PRVAccountant
from opacus.accountants.analysis import rdp
from scipy.integrate import quad
from scipy.stats import norm

CASES = [(0.02, 1.2, 300, 1e-5), (0.004, 0.8, 2000, 1e-6), (0.3, 6.0, 200, 1e-3), (0.05, 1.0, 1, 1e-4)]


@pytest.mark.parametrize("q, sigma, steps, delta", CASES)
def test_rdp_equals_opacus_at_the_same_orders(snippet, q, sigma, steps, delta):
    orders = list(range(2, 64))
    spent = rdp.compute_rdp(q=q, noise_multiplier=sigma, steps=steps, orders=orders)
    expected, _ = rdp.get_privacy_spent(orders=orders, rdp=spent, delta=delta)
    np.testing.assert_allclose(snippet.rdp_epsilon(q, sigma, steps, delta), expected, rtol=1e-9)


@pytest.mark.parametrize("q, sigma, steps, delta", CASES[1:3])
def test_pld_agrees_with_the_prv_accountant_and_is_below_rdp(snippet, q, sigma, steps, delta):
    accountant = PRVAccountant()
    accountant.history = [(sigma, q, steps)]
    expected = accountant.get_epsilon(delta, eps_error=0.02)  # an upper bound, by up to twice its error
    epsilon = snippet.pld_epsilon(q, sigma, steps, delta)
    assert expected - 0.045 < epsilon < expected + 0.002
    assert epsilon < snippet.rdp_epsilon(q, sigma, steps, delta)


def test_the_orders_end_at_63(snippet):
    # with much noise the largest order is the best: ε tends to T·α/(2σ²) + slack(α) at α = 63
    expected = 63 / (2 * 1e4) + np.log1p(-1 / 63) - np.log(63e-9) / 62
    assert abs(snippet.rdp_epsilon(1 - 1e-12, 100.0, 1, 1e-9) - expected) < 1e-4


@pytest.mark.parametrize("remove", [True, False])
def test_the_loss_distribution_is_that_of_draws(snippet, remove):
    q, sigma = 0.3, 0.8
    rng = np.random.default_rng(2)
    x = sigma * rng.standard_normal(200_000) + (remove & (rng.random(200_000) < q))
    loss = np.log1p(q * np.expm1((2 * x - 1) / (2 * sigma**2)))
    loss = loss if remove else -loss
    grid = np.linspace(-4, 4, 160, endpoint=False)
    mass = snippet.loss_distribution(q, sigma, grid, remove)
    edges = np.append(grid, 4.0) - 0.025
    expected = np.histogram(loss, edges)[0] / 200_000
    assert mass.shape == grid.shape and np.abs(mass - expected).max() < 0.005  # standard error 0.001
    np.testing.assert_allclose(mass.sum(), expected.sum(), atol=0.002)


@pytest.mark.parametrize("steps", [1, 9])
def test_without_sampling_the_answer_is_the_analytic_one(snippet, steps):
    def delta_at(epsilon, sigma):
        return norm.cdf(0.5 / sigma - epsilon * sigma) - np.exp(epsilon) * norm.cdf(-0.5 / sigma - epsilon * sigma)

    epsilon = snippet.pld_epsilon(1 - 1e-12, 2.0, steps, 1e-5, points=100_000)
    np.testing.assert_allclose(delta_at(epsilon, 2.0 / np.sqrt(steps)), 1e-5, rtol=0.01)


def test_one_step_against_quadrature_in_both_directions(snippet):
    q, sigma, delta = 0.2, 1.0, 1e-3
    epsilon = snippet.pld_epsilon(q, sigma, 1, delta)

    def with_person(x):
        return (1 - q) * norm.pdf(x, 0, sigma) + q * norm.pdf(x, 1, sigma)

    def without(x):
        return norm.pdf(x, 0, sigma)

    def spent(p, r):
        return quad(lambda x: max(p(x) - np.exp(epsilon) * r(x), 0), -12, 12, limit=500, epsabs=1e-10)[0]

    worst = max(spent(with_person, without), spent(without, with_person))
    np.testing.assert_allclose(worst, delta, rtol=0.01)


def test_the_printed_table(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert (rows[:, 4] < rows[:, 3]).all()
    for sigma, q, steps, by_orders, by_loss in rows[:1]:
        accountant = PRVAccountant()
        accountant.history = [(sigma, q, int(steps))]
        assert abs(accountant.get_epsilon(1e-5) - by_loss) < 0.03 and by_orders > by_loss
    assert rows[1, 4] < 4 * rows[0, 4]  # four times the steps cost less than four times
