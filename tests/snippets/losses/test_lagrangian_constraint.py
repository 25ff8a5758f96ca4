import numpy as np
import pytest
from scipy.optimize import minimize

A = np.array([0.5, -1.0, 4.0, 8.5])  # mean 3


def objective(w):
    return np.mean((w - A) ** 2)


def test_closed_forms_are_the_minimisers(snippet):
    for rho, budget in ((1, 2), (5, 1.2), (3, 6)):
        found = minimize(lambda w, r=rho, b=budget: objective(w) + r * max(0, w.mean() - b) ** 2, A * 0, tol=1e-12)
        np.testing.assert_allclose(snippet.penalised(A, budget, rho), found.x, atol=1e-4)
    for price in (0.0, 1.7):
        found = minimize(lambda w, c=price: objective(w) + c * w.mean(), A * 0, tol=1e-12)
        np.testing.assert_allclose(snippet.best_response(A, price), found.x, atol=1e-4)


def test_the_penalty_leaves_a_violation_and_the_price_none(snippet):
    for rho in (1, 9, 99):
        assert snippet.penalised(A, 1, rho).mean() - 1 == pytest.approx(2 / (1 + rho))
    w, price = snippet.dual_ascent(A, 1, 60)
    exact = minimize(objective, A * 0, constraints={"type": "ineq", "fun": lambda w: 1 - w.mean()}, tol=1e-12)
    np.testing.assert_allclose(w, exact.x, atol=1e-4)
    # the price is what one unit of budget would save
    saved = (objective(snippet.dual_ascent(A, 1, 60)[0]) - objective(snippet.dual_ascent(A, 1.001, 60)[0])) / 0.001
    assert price == pytest.approx(2 * (A.mean() - 1)) and saved == pytest.approx(price, rel=1e-3)


def test_each_round_halves_what_the_price_lacks(snippet):
    prices = [snippet.dual_ascent(A, 1, rounds)[1] for rounds in (0, 1, 2, 5)]
    np.testing.assert_allclose(prices, 4 * (1 - 0.5 ** np.array([0, 1, 2, 5])))


def test_a_slack_constraint_costs_nothing(snippet):
    w, price = snippet.dual_ascent(A, 3.5, 20)
    assert price == 0 and np.array_equal(w, A)
    assert np.array_equal(snippet.penalised(A, 3.5, 10), A)
