import numpy as np
import pytest
from scipy.integrate import quad
from sklearn.linear_model import ElasticNet, Lasso


@pytest.mark.parametrize("penalty", [0.0, 0.7, 4.0, 15.0])
def test_coordinate_descent_is_scikit_learns_lasso(snippet, penalty):
    rng = np.random.default_rng(4)
    X = rng.standard_normal((25, 5)) * [1, 2, 0.5, 1, 3]
    y = X @ [1.0, 0, -2, 0.1, 0] + rng.standard_normal(25)
    if penalty:
        expected = Lasso(alpha=penalty / 25, fit_intercept=False, tol=1e-12).fit(X, y).coef_
    else:
        expected = np.linalg.lstsq(X, y)[0]
    np.testing.assert_allclose(snippet.lasso(X, y, penalty), expected, atol=1e-7)


def test_number_of_sweeps(snippet):
    X = np.array([[1.0, 1.0], [0.0, 0.1]])
    assert snippet.lasso(X, np.array([1.0, 5.0]), 0, sweeps=0).tolist() == [0, 0]
    one = snippet.lasso(X, np.array([1.0, 5.0]), 0, sweeps=1)
    np.testing.assert_allclose(one, [1, 0.5 / 1.01])  # the first column takes all, the second the rest
    default = snippet.lasso(X, np.array([1.0, 5.0]), 0)
    np.testing.assert_array_equal(default, snippet.lasso(X, np.array([1.0, 5.0]), 0, 100))


def test_thresholds_solve_the_scalar_problems(snippet):
    w = np.linspace(-6, 6, 120001)
    for z, l1, l2 in [(2.3, 0.5, 0.0), (-2.3, 0.5, 1.5), (0.4, 0.5, 0.3), (-0.1, 0.0, 2.0), (3.0, 1.2, 4.0)]:
        best = w[np.argmin((z - w) ** 2 / 2 + l1 * np.abs(w) + l2 * w**2 / 2)]
        assert abs(snippet.elastic_net(z, l1, l2) - best) < 2e-4
        lasso = w[np.argmin((z - w) ** 2 / 2 + l1 * np.abs(w))]
        assert abs(snippet.soft_threshold(z, l1) - lasso) < 2e-4


def test_elastic_net_is_scikit_learns_on_orthonormal_columns(snippet):
    X, _ = np.linalg.qr(np.random.default_rng(6).standard_normal((12, 4)))
    y = np.random.default_rng(7).standard_normal(12) * 3
    model = ElasticNet(alpha=1 / 12, l1_ratio=0.6, fit_intercept=False, tol=1e-12).fit(X, y)  # l1 = 0.6, l2 = 0.4
    np.testing.assert_allclose(snippet.elastic_net(X.T @ y, 0.6, 0.4), model.coef_, atol=1e-8)


def test_the_laplace_posterior_mean_is_the_integral_and_never_zero(snippet):
    for z, scale in [(0.5, 1.0), (-1.4, 0.4), (2.0, 3.0), (0.3, 0.0)]:

        def density(w, z=z, scale=scale):
            return np.exp(-((z - w) ** 2) / 2 - scale * abs(w))

        top = quad(lambda w: w * density(w), -15, 15, points=[0], epsabs=1e-12)[0]
        bottom = quad(density, -15, 15, points=[0], epsabs=1e-12)[0]
        np.testing.assert_allclose(snippet.laplace_posterior_mean(z, scale), top / bottom, rtol=1e-7)
    assert snippet.soft_threshold(0.5, 1) == 0 and 0.2 < snippet.laplace_posterior_mean(0.5, 1) < 0.3


def test_far_from_zero_the_prior_only_shifts(snippet):
    np.testing.assert_allclose([snippet.laplace_posterior_mean(z, 1) for z in (-12, 12)], [-11, 11], atol=1e-6)


def test_a_larger_penalty_removes_and_shrinks(snippet):
    last = [np.array(line.split("[")[1].rstrip("]").split(), float) for line in snippet.printed.splitlines()[-3:]]
    assert [int((w[2:] == 0).sum()) for w in last[1:]] == [4, 4] and (last[0][[0, 1, 2, 3, 5]] != 0).all()
    assert (np.diff(np.abs(last)[:, :2], axis=0) < 0).all()
    for w, penalty in zip(last, (0, 20, 60), strict=True):
        np.testing.assert_allclose(w, snippet.lasso(snippet.X, snippet.y, penalty), atol=0.0051)
    np.testing.assert_array_equal(
        snippet.lasso(snippet.X, snippet.y, np.abs(snippet.X.T @ snippet.y).max() * 1.01), np.zeros(6)
    )


def test_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    z = np.linspace(-4, 4, 161)
    expected = (
        z / 2,
        np.sign(z) * np.clip(abs(z) - 1, 0, None),
        np.sign(z) * np.clip(abs(z) - 1, 0, None) / 2,
        [snippet.laplace_posterior_mean(v, 1) for v in z],
    )
    for line, y in zip(lines, expected, strict=True):
        np.testing.assert_allclose(line.get_xdata(), z)
        np.testing.assert_allclose(line.get_ydata(), y, atol=1e-12)
