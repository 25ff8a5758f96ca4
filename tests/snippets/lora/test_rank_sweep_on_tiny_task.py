import numpy as np
import pytest
import torch


def trained_error(X, Y, r, steps=4000):
    torch.manual_seed(0)
    X, Y = torch.tensor(X), torch.tensor(Y)
    A = torch.randn(r, X.shape[1], dtype=torch.float64).requires_grad_()
    B = torch.zeros(Y.shape[1], r, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([A, B], lr=0.02)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = ((X @ (B @ A).T - Y) ** 2).mean()
        loss.backward()
        optimizer.step()
    return loss.item()


def test_trained_adapters_end_in_the_closed_form(snippet):
    rng = np.random.default_rng(4)
    X, Y = rng.normal(size=(30, 6)), rng.normal(size=(30, 5))
    for r in (1, 3):
        update = snippet.best_update(X, Y, r)
        assert update.shape == (5, 6) and np.linalg.matrix_rank(update) == r
        assert snippet.error(X, Y, update) == pytest.approx(trained_error(X, Y, r), rel=1e-4)


def test_limits_are_the_base_model_and_least_squares(snippet):
    rng = np.random.default_rng(5)
    X, Y = rng.normal(size=(40, 6)), rng.normal(size=(40, 6))
    assert not snippet.best_update(X, Y, 0).any()
    assert snippet.error(X, Y, snippet.best_update(X, Y, 0)) == pytest.approx(np.mean(Y**2))
    solution = np.linalg.solve(X.T @ X, X.T @ Y).T
    np.testing.assert_allclose(snippet.best_update(X, Y, 6), solution)
    errors = [snippet.error(X, Y, snippet.best_update(X, Y, r)) for r in range(7)]
    assert (np.diff(errors) < 0).all()


def test_the_task_is_the_one_that_the_page_describes(snippet):
    assert snippet.target.shape == (32, 32) and np.linalg.matrix_rank(snippet.target) == 6
    X, Y = snippet.draw(20000)
    assert (Y - X @ snippet.target.T).std() == pytest.approx(0.5, abs=0.002)  # 640,000 draws
    assert X.std() == pytest.approx(1, abs=0.005)
    rng = np.random.default_rng(0)
    left, right = rng.normal(size=(32, 6)), rng.normal(size=(6, 32))
    np.testing.assert_allclose(snippet.target, left @ np.diag([0.6**i for i in range(6)]) @ right / 32)
    np.testing.assert_array_equal(snippet.test[0], rng.normal(size=(5000, 32)))


def test_page_conclusions(snippet):
    few_train, few_test, many_train, many_test = (line.get_ydata() for line in snippet.figures[-1].axes[0].lines)
    for train in (few_train, many_train):
        assert (np.diff(train) < 0).all()  # training error always falls
    assert 0 < np.argmin(few_test) < 5 and few_test[-1] > few_test[0]  # few examples: full is worse than the base
    assert many_test.min() == pytest.approx(0.25, abs=0.02)  # the noise
    assert many_test[-1] - many_test.min() < 0.02 < many_test[0] - many_test[3]  # the gains lie in the first ranks
    for line in snippet.figures[-1].axes[0].lines:
        assert list(line.get_xdata()) == [0, 1, 2, 4, 8, 16, 32]
    X, Y = snippet.X, snippet.Y
    assert len(X) == 1000
    np.testing.assert_allclose(many_train[4], np.mean((X @ snippet.updates[4].T - Y) ** 2))
    X, Y = snippet.test
    np.testing.assert_allclose(many_test[5], np.mean((X @ snippet.updates[5].T - Y) ** 2))
