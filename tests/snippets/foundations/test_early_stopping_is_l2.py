import numpy as np
from sklearn.linear_model import Ridge


def test_filters_are_those_of_gradient_descent_and_ridge(snippet):
    rng = np.random.default_rng(1)
    X, y = rng.standard_normal((20, 3)) @ np.diag([1, 2, 0.3]), rng.standard_normal(20)
    curvature, directions = np.linalg.eigh(X.T @ X / 20)
    least_squares = directions.T @ np.linalg.lstsq(X, y)[0]
    w, rate, steps = np.zeros(3), 1e-4, 20_000  # time 2, by tiny steps on the loss |y - Xw|² / 2n
    for _ in range(steps):
        w -= rate * (X.T @ (X @ w - y) / 20)
    np.testing.assert_allclose(directions.T @ w, snippet.stopped(curvature * 2) * least_squares, rtol=1e-3)
    ridge = Ridge(alpha=20 / 2, fit_intercept=False).fit(X, y).coef_  # n times the penalty 1 / time
    np.testing.assert_allclose(directions.T @ ridge, snippet.ridge(curvature * 2) * least_squares, rtol=1e-8)


def test_risk_is_what_many_data_sets_give(snippet):
    rng = np.random.default_rng(2)
    curvature, signal, kept = np.array([2.0, 0.5]), np.array([1.0, -3.0]), np.array([0.9, 0.4])
    estimates = signal + rng.standard_normal((200_000, 2)) * np.sqrt(0.3 / curvature)  # least squares
    simulated = ((kept * estimates - signal) ** 2).sum(axis=1).mean()
    np.testing.assert_allclose(snippet.risk(kept, curvature, signal, 0.3), simulated, rtol=0.01)


def test_the_filters_agree_at_both_ends_only(snippet):
    x = np.geomspace(1e-6, 1e6, 49)
    stopped, ridge = snippet.stopped(x), snippet.ridge(x)
    assert (stopped >= ridge).all() and (stopped <= 1.2985 * ridge).all()
    np.testing.assert_allclose((stopped / ridge)[[0, -1]], 1, atol=1e-5)


def test_the_bound_holds_on_random_problems(snippet):
    rng = np.random.default_rng(3)
    for _ in range(200):
        curvature, signal = rng.gamma(0.5, size=8) + 1e-6, rng.standard_normal(8)
        noise, time = rng.gamma(1), np.exp(rng.normal(0, 3))
        risks = [snippet.risk(f(curvature * time), curvature, signal, noise) for f in (snippet.stopped, snippet.ridge)]
        assert risks[0] <= 1.6862 * risks[1]


def test_the_printed_maximum_is_the_maximum(snippet):
    # (1 - e^-x)(1 + x) / x is stationary where x² + x + 1 = e^x
    from scipy.optimize import brentq

    x = brentq(lambda v: v * v + v + 1 - np.exp(v), 1, 3)
    np.testing.assert_allclose(snippet.worst, (1 - np.exp(-x)) * (1 + x) / x, rtol=1e-4)


def test_the_picture_shows_a_risk_that_falls_and_rises(snippet):
    stopped, ridge = snippet.figures[0].axes[0].lines
    curvature = 1 / np.arange(1, 51) ** 2
    for line, keep in ((stopped, lambda t: 1 - np.exp(-curvature * t)), (ridge, lambda t: 1 / (1 + 1 / curvature / t))):
        np.testing.assert_allclose(line.get_xdata(), np.geomspace(1, 1e5, 101))
        kept = np.array([keep(t) for t in line.get_xdata()])
        risk = ((1 - kept) ** 2).sum(axis=1) + kept**2 @ (0.002 * np.arange(1, 51) ** 2)
        np.testing.assert_allclose(line.get_ydata(), risk)
        assert 0 < risk.argmin() < 100 and min(risk[0], risk[-1]) > 1.5 * risk.min()
