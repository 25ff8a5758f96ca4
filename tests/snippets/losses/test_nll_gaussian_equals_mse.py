import numpy as np
import sklearn.metrics
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

Y = np.array([-3.0, 0.5, 2.0, 8.0])
PREDICTION = np.array([-2.0, 0.0, 5.0, 7.5])
E = PREDICTION - Y
SCALES = st.floats(0.1, 20)


def test_mse_and_mae_agree_with_scikit_learn(snippet):
    np.testing.assert_allclose(snippet.mse(E), sklearn.metrics.mean_squared_error(Y, PREDICTION))
    np.testing.assert_allclose(snippet.mae(E), sklearn.metrics.mean_absolute_error(Y, PREDICTION))


@given(SCALES)
def test_likelihoods_agree_with_scipy(snippet, s):
    np.testing.assert_allclose(snippet.gaussian_nll(E, s), -stats.norm.logpdf(Y, PREDICTION, s).mean())
    np.testing.assert_allclose(snippet.laplace_nll(E, s), -stats.laplace.logpdf(Y, PREDICTION, s).mean())


@given(SCALES)
def test_gaps_between_two_models_are_rescaled_gaps_of_the_errors(snippet, s):
    other = E + np.array([0.0, -2.0, 1.0, 3.0])
    gap = snippet.gaussian_nll(other, s) - snippet.gaussian_nll(E, s)
    np.testing.assert_allclose(gap * 2 * s**2, snippet.mse(other) - snippet.mse(E), rtol=1e-6)
    gap = snippet.laplace_nll(other, s) - snippet.laplace_nll(E, s)
    np.testing.assert_allclose(gap * s, snippet.mae(other) - snippet.mae(E), rtol=1e-6)


def test_printed_gaps_agree_and_the_two_losses_prefer_different_models(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:4]], float)
    np.testing.assert_array_equal(rows[:, 1], rows[:, 2])
    np.testing.assert_array_equal(rows[:, 3], rows[:, 4])
    assert (rows[:, 1] < 0).all() and (rows[:, 3] > 0).all()
    np.testing.assert_array_equal(snippet.first, snippet.y.mean() - snippet.y)
    np.testing.assert_array_equal(snippet.second, np.median(snippet.y) - snippet.y)


def test_the_best_scales_are_rmse_and_mae(snippet):
    np.testing.assert_allclose(snippet.grid, np.arange(1, 1001) / 100)
    assert abs(snippet.best_sigma - snippet.y.std()) < 0.01  # one grid step
    assert abs(snippet.best_b - np.abs(snippet.y - 4).mean()) < 0.01
