import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(11)
T = (np.arange(200) < 60).astype(int)
X = RNG.normal(2, 3, (5, 200))
Y = np.where(T == 1, 0.2 * X, 1.1 * X) + RNG.normal(size=X.shape) + T


def test_slope_is_least_squares(snippet):
    for k in range(5):
        np.testing.assert_allclose(snippet.slope(Y, X)[k], np.polyfit(X[k], Y[k], 1)[0])
    np.testing.assert_allclose(snippet.slope(Y[0], X[0]), np.polyfit(X[0], Y[0], 1)[0])


def test_within_slope_is_analysis_of_covariance(snippet):
    theta = snippet.within_slope(Y, X, T)
    effects = snippet.estimate(Y, X, T, theta)
    for k in range(5):
        ols = sm.OLS(Y[k], np.column_stack([np.ones(200), T, X[k]])).fit().params
        np.testing.assert_allclose([effects[k], theta[k]], ols[1:])


def test_lin_slope_is_the_interacted_regression(snippet):
    effects = snippet.estimate(Y, X, T, snippet.lin_slope(Y, X, T))
    for k in range(5):
        centred = X[k] - X[k].mean()
        ols = sm.OLS(Y[k], np.column_stack([np.ones(200), T, X[k], T * centred])).fit().params
        np.testing.assert_allclose(effects[k], ols[1])


def test_estimate_without_slope_is_the_difference_of_means(snippet):
    expected = Y[:, :60].mean(1) - Y[:, 60:].mean(1)
    np.testing.assert_allclose(snippet.estimate(Y, X, T, np.zeros(5)), expected)


def test_printed_factors_are_the_closed_form(snippet):
    def variance(share, theta):  # slopes -1 and 1, noise variance ¼, unit covariate, per user
        return ((-1 - theta) ** 2 + 0.25) / share + ((1 - theta) ** 2 + 0.25) / (1 - share)

    printed = [float(row.split("x ")[1]) for row in snippet.printed.splitlines()]
    for share, rows in ((0.5, printed[:3]), (0.1, printed[3:])):
        pooled, lin = (1 - share) - share, share - (1 - share)
        expected = [variance(share, theta) / variance(share, 0) for theta in (pooled, pooled, lin)]
        # relative error of a ratio of two variances of 1500 draws: at most √(4/1500) = 5 %, two of them, and rounding
        np.testing.assert_allclose(rows, expected, rtol=0.1, atol=0.05)
    assert printed[3] > 2 and printed[5] < 0.6  # one hurts, one helps


def test_the_demonstration_is_as_described(snippet):
    assert snippet.t.sum() == 100 and snippet.x.shape == (1500, 1000)
    noise = snippet.y - np.where(snippet.t == 1, -snippet.x, snippet.x)
    assert abs(noise.std() - 0.5) < 0.002 and abs(noise.mean()) < 0.002


def test_robust_error_of_the_interacted_regression_leaves_out_the_spread_of_the_mean(snippet):
    # as the page says: by (difference of the slopes)² · variance of the covariate / users, here (1.5)² · 4 / 400
    t = (np.arange(400) < 80).astype(int)
    x = RNG.normal(0, 2, (400, 400))
    y = np.where(t == 1, 1.5 * x, 0.0) + RNG.normal(size=x.shape)
    adjusted = y - snippet.lin_slope(y, x, t)[:, None] * x
    welch = adjusted[:, t == 1].var(1, ddof=1) / 80 + adjusted[:, t == 0].var(1, ddof=1) / 320
    robust = []
    for k in range(40):
        centred = x[k] - x[k].mean()
        fit = sm.OLS(y[k], np.column_stack([np.ones(400), t, x[k], t * centred])).fit(cov_type="HC2")
        robust.append(fit.bse[1] ** 2)
    true = snippet.estimate(y, x, t, snippet.lin_slope(y, x, t)).var()
    assert abs(welch.mean() / true - 1) < 0.3  # a variance of 400 draws: relative error 7 %
    assert abs((np.mean(robust) + 1.5**2 * 4 / 400) / welch.mean() - 1) < 0.05
    assert np.mean(robust) < 0.6 * true
