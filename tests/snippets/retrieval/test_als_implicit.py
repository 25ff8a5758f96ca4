import numpy as np
import torch


def problem(seed, users=7, items=5, size=3):
    rng = np.random.default_rng(seed)
    R = rng.poisson(0.6, (users, items))
    R[0] = 0  # a user without history
    return R, rng.normal(size=(users, size)), rng.normal(size=(items, size))


def test_objective_is_the_sum_over_all_cells_and_two_penalties(snippet):
    R, X, Y = problem(1)
    total = 0.0
    for u in range(7):
        for i in range(5):
            total += (1 + 3.5 * R[u, i]) * ((1.0 if R[u, i] else 0.0) - X[u] @ Y[i]) ** 2
    total += 0.7 * (sum(v @ v for v in X) + sum(v @ v for v in Y))
    np.testing.assert_allclose(snippet.objective(R, X, Y, 3.5, 0.7), total)


def test_each_row_solves_the_dense_normal_equations(snippet):
    for seed in range(3):
        R, _, Y = problem(seed)
        X = snippet.solve_rows(R, Y, 3.5, 0.7)
        for u in range(7):
            C = np.diag(1 + 3.5 * R[u])
            dense = np.linalg.inv(Y.T @ C @ Y + 0.7 * np.eye(3)) @ Y.T @ C @ (R[u] > 0)
            np.testing.assert_allclose(X[u], dense, atol=1e-12)
        assert not X[0].any()  # no history: no taste, all scores 0


def test_the_solution_is_the_minimum_by_autograd(snippet):
    R, _, Y = problem(4)
    X = torch.tensor(snippet.solve_rows(R, Y, 2.0, 0.3), requires_grad=True)
    r, y = torch.tensor(R), torch.tensor(Y)
    ((1 + 2.0 * r) * ((r > 0).double() - X @ y.T) ** 2).sum().add(0.3 * (X**2).sum()).backward()
    np.testing.assert_allclose(X.grad, 0, atol=1e-10)


def test_the_objective_never_rises(snippet):
    R, X, Y = problem(5, 40, 30, 4)
    values = []
    for _ in range(6):
        X = snippet.solve_rows(R, Y, 10, 1)
        values.append(snippet.objective(R, X, Y, 10, 1))
        Y = snippet.solve_rows(R.T, X, 10, 1)
        values.append(snippet.objective(R, X, Y, 10, 1))
    assert np.all(np.diff(values) < 0)
    assert values[0] < (1 + 10 * R)[R > 0].sum()  # better than predicting 0 everywhere


def test_what_is_recommended_is_new_and_of_the_right_genre(snippet):
    first = snippet.scores.argmax(axis=1)
    assert not snippet.R[np.arange(200), first].any()
    assert snippet.hit > 0.9
    assert snippet.R.shape == (200, 80)
    own = snippet.taste[:, None] == snippet.genre
    assert abs(snippet.R[own].mean() - 0.3) < 0.04  # 4,000 cells: standard error 0.009
    assert abs(snippet.R[~own].mean() - 0.01) < 0.005
