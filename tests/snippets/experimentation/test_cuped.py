import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(7)


def test_each_test_is_least_squares_without_the_arm_then_a_difference(snippet):
    t = (np.arange(90) % 3 == 0).astype(int)  # unequal arms
    x = RNG.normal(3, 2, (4, 90))
    y = 0.7 * x + RNG.normal(size=(4, 90)) + 0.5 * t
    for k, estimate in enumerate(snippet.cuped(y, x, t)):
        theta = sm.OLS(y[k], sm.add_constant(x[k])).fit().params[1]
        adjusted = y[k] - theta * x[k]
        np.testing.assert_allclose(estimate, adjusted[t == 1].mean() - adjusted[t == 0].mean())


def test_it_is_regression_adjustment_up_to_the_arm_in_the_slope(snippet):
    # pooling over the arms leaves a difference of order effect · imbalance / n, far below the standard error 0.06
    t = np.arange(1000) % 2
    x = RNG.normal(size=(20, 1000))
    y = 0.8 * x + 0.6 * RNG.normal(size=x.shape) + 0.1 * t
    for k, estimate in enumerate(snippet.cuped(y, x, t)):
        ols = sm.OLS(y[k], np.column_stack([np.ones(1000), t, x[k]])).fit().params[1]
        assert abs(estimate - ols) < 0.002


def test_difference(snippet):
    y, t = RNG.normal(size=(3, 10)), np.array([1, 0, 0, 1, 0, 0, 0, 0, 1, 0])
    np.testing.assert_allclose(snippet.difference(y, t), y[:, [0, 3, 8]].mean(1) - np.delete(y, [0, 3, 8], 1).mean(1))


def test_unbiased_and_one_minus_squared_correlation(snippet):
    t = np.arange(300) % 2
    for rho in (-0.6, 0.75):
        x = RNG.normal(50, 9, (3000, 300))
        y = rho * (x - 50) / 9 + np.sqrt(1 - rho**2) * RNG.normal(size=x.shape) + 0.3 * t
        effect = snippet.cuped(y, x, t)
        assert abs(effect.mean() - 0.3) < 4 * effect.std() / np.sqrt(3000)  # four standard errors
        # a variance of 3000 draws has relative error √(2/3000) = 2.6 %; known: 4/300 without covariate
        assert abs(effect.var() / (4 / 300) / (1 - rho**2) - 1) < 0.11


def test_figure_and_table(snippet):
    line, dots = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(line.get_xdata(), np.arange(101) / 100)
    np.testing.assert_allclose(line.get_ydata(), 1 - line.get_xdata() ** 2)
    np.testing.assert_allclose(dots.get_xdata(), [0, 0.3, 0.5, 0.7, 0.9])
    # numerator and denominator are correlated draws of 2000: at most √(4/2000) = 4.5 % each, three of them
    np.testing.assert_allclose(dots.get_ydata(), 1 - dots.get_xdata() ** 2, rtol=0.135)
    assert abs(snippet.raw.var() / (4 / 400) - 1) < 0.13 and snippet.raw.shape == (2000,)
    means = [float(row.split()[1]) for row in snippet.printed.splitlines()[1:]]
    assert means == [0.1] * 5
