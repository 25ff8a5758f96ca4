import numpy as np
import pytest
from scipy.linalg import solve_discrete_lyapunov


def lyapunov(lr, momentum, batch):
    """Stationary variance from the two-dimensional recursion of (weight, velocity)."""
    step = np.array([[1 - lr, -lr * momentum], [1.0, momentum]])
    push = np.array([[-lr], [1.0]])
    return solve_discrete_lyapunov(step, push @ push.T / batch)[0, 0]


CASES = [(0.3, 0.0, 1), (1.5, 0.0, 4), (0.05, 0.8, 2), (0.4, 0.9, 8), (3.0, 0.9, 1)]


@pytest.mark.parametrize("case", CASES)
def test_the_formula_solves_the_lyapunov_equation(snippet, case):
    assert snippet.exact(*case) == pytest.approx(lyapunov(*case), rel=1e-9)


@pytest.mark.parametrize("case", [(0.3, 0.0, 1), (0.2, 0.5, 4)])
def test_the_simulation_reaches_it(snippet, case):
    # the variance of 20000 independent chains has a relative standard error of sqrt(2/20000) = 1 %
    found = snippet.simulate(*case, np.random.default_rng(5))
    assert found == pytest.approx(lyapunov(*case), rel=0.045)


def test_chains_and_steps(snippet):
    # one step from the minimum: variance lr²/batch; standard error of 100000 chains 0.45 %
    found = snippet.simulate(0.2, 0.5, 3, np.random.default_rng(6), chains=100_000, steps=1)
    assert found == pytest.approx(0.2**2 / 3, rel=0.02)
    rng, again = np.random.default_rng(7), np.random.default_rng(7)
    snippet.simulate(0.2, 0.5, 3, rng)
    again.normal(size=20_000 * 200)
    assert rng.normal() == again.normal()  # exactly that many draws were used


def test_what_the_page_concludes(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], dtype=float)
    floor = rows[:, 5]
    assert floor[1] > 2 * floor[0]  # twice the rate: a little more than twice the variance
    assert abs(floor[2] / floor[0] - 1) < 0.1  # twice the rate and the batch: the same, nearly
    assert abs(floor[3] / floor[0] - 1) < 0.06  # a tenth of the rate with momentum 0.9: the same
    assert 9 < floor[4] / floor[0] < 11  # momentum added at the same rate: ten times
    np.testing.assert_allclose(rows[:, 4], floor, rtol=0.04)
    np.testing.assert_allclose(rows[:, 3], [0.1, 0.2, 0.1, 0.1, 1.0])
