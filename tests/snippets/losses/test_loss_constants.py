import numpy as np
import torch
from sklearn.linear_model import Ridge


def test_sgd_scales_with_the_factor_and_adam_does_not(snippet):
    for factor in (0.01, 1.0, 7.0):
        np.testing.assert_allclose(snippet.first_step(torch.optim.SGD, factor), 0.1 * factor * 6, rtol=1e-6)
        np.testing.assert_allclose(snippet.first_step(torch.optim.Adam, factor), 0.1, rtol=1e-5)


def test_adam_feels_a_factor_that_brings_gradients_near_its_epsilon(snippet):
    assert snippet.first_step(torch.optim.Adam, 1e-9) < 0.05


def test_ridge_agrees_with_scikit_learn(snippet):
    x, y = np.array([1.0, -2.0, 4.0]), np.array([2.0, 0.0, 3.0])
    for penalty, factor in ((5.0, 1.0), (5.0, 0.5), (2.0, 3.0)):
        expected = Ridge(alpha=penalty / factor, fit_intercept=False).fit(x[:, None], y).coef_[0]
        np.testing.assert_allclose(snippet.ridge(x, y, penalty, factor), expected)


def test_the_printed_constants_move_sgd_and_ridge_but_not_adam(snippet):
    rows = np.array([line.split()[1:] for line in snippet.printed.splitlines()[1:]], float)
    assert len(set(rows[:, 0])) == 3 and len(set(rows[:, 1])) == 1 and len(set(rows[:, 2])) == 3
    np.testing.assert_array_equal(snippet.y, 2 * snippet.x)
    assert len(snippet.x) == 10
