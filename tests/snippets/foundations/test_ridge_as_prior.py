import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import Ridge


@given(st.integers(0, 50), st.floats(0.01, 100), st.floats(0.1, 10))
def test_the_three_are_scikit_learns_ridge(snippet, seed, strength, prior_variance):
    rng = np.random.default_rng(seed)
    X, y = rng.standard_normal((9, 4)), rng.standard_normal(9)
    expected = Ridge(alpha=strength, fit_intercept=False).fit(X, y).coef_
    np.testing.assert_allclose(snippet.penalised(X, y, strength), expected, atol=1e-9)
    np.testing.assert_allclose(snippet.shrunk(X, y, strength), expected, atol=1e-9)
    bayes = snippet.posterior_mean(X, y, strength * prior_variance, prior_variance)
    np.testing.assert_allclose(bayes, expected, atol=1e-9)


def test_the_penalised_solution_has_no_gradient(snippet):
    rng = np.random.default_rng(7)
    X, y = rng.standard_normal((6, 3)), rng.standard_normal(6)
    w = snippet.penalised(X, y, 2.5)
    np.testing.assert_allclose(2 * X.T @ (X @ w - y) + 2 * 2.5 * w, 0, atol=1e-12)


def test_the_shrinkage_is_the_trace_of_the_hat_matrix(snippet):
    X = np.random.default_rng(8).standard_normal((6, 3))
    hat = X @ np.linalg.solve(X.T @ X + 1.7 * np.eye(3), X.T)
    np.testing.assert_allclose(snippet.shrinkage(X, 1.7).sum(), np.trace(hat))
    np.testing.assert_allclose(snippet.shrinkage(np.diag([1.0, 3.0]), 1), [0.9, 0.5])


def test_the_direction_that_the_data_do_not_determine_is_given_up(snippet):
    assert snippet.shrinkage(snippet.X, 4).min() < 0.1 and np.sort(snippet.shrinkage(snippet.X, 4))[1] > 0.9
    np.testing.assert_allclose(snippet.X[:, 1], snippet.X[:, 2], atol=0.35)
    rows = snippet.printed.splitlines()[1:4]
    assert len({row.partition("[")[2] for row in rows}) == 1
    assert abs(np.diff(snippet.penalised(snippet.X, snippet.y, 4)[1:])) < 0.1  # the twins share the effect
