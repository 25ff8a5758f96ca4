import numpy as np
import pytest
from scipy.optimize import minimize


def test_the_optimal_s_and_the_value_that_it_gives(snippet):
    losses = np.array([0.3, 7.0, 120.0])
    found = minimize(lambda s: snippet.uncertainty_weighted(losses, s), np.zeros(3), tol=1e-10)
    np.testing.assert_allclose(snippet.best_s(losses), found.x, atol=1e-4)
    value = snippet.uncertainty_weighted(losses, snippet.best_s(losses))
    assert value == pytest.approx(np.sum(0.5 * np.log(losses) + 0.5)) == pytest.approx(found.fun)


def test_tasks_by_value(snippet):
    np.testing.assert_allclose(snippet.task_losses(0.5, 3, 0.2), [0.25 + 0.2, 9 * (2.25 + 0.2)])


def test_local_minima(snippet):
    x = np.arange(7.0)
    assert list(snippet.local_minima(x, np.array([3.0, 1, 2, 0, 0, 5, 4]))) == [1]
    assert list(snippet.local_minima(x, np.array([0.0, 1, 2, 1, 2, 1, 3]))) == [3, 5]


@pytest.mark.parametrize("floor", [4, 2, 0.5, 0.1])
@pytest.mark.parametrize("unit", [1, 30, 1000])
def test_units_cancel_and_a_low_floor_splits_the_optimum(snippet, floor, unit):
    theta = np.linspace(-2, 2, 4001)
    losses = snippet.task_losses(theta, unit, floor)
    learned = snippet.local_minima(theta, snippet.uncertainty_weighted(losses, snippet.best_s(losses)))
    # the derivative of the sum of logarithms vanishes at 0 and where theta² = 1 - floor
    expected = [0.0] if floor >= 1 else [-np.sqrt(1 - floor), np.sqrt(1 - floor)]
    np.testing.assert_allclose(learned, expected, atol=1e-3)
    equal = snippet.local_minima(theta, losses.sum(axis=0))
    np.testing.assert_allclose(equal, [(1 - unit**2) / (1 + unit**2)], atol=1e-3)


def test_a_nearly_solved_task_gets_a_huge_weight_and_the_objective_is_negative(snippet):
    assert snippet.theta[0] == -2 and snippet.theta[-1] == 2
    np.testing.assert_allclose(np.exp(-snippet.best_s(snippet.almost)), 1 / snippet.almost)
    assert snippet.objective < 0
