import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(12)


def data():
    sessions = 1 + RNG.poisson(6, (3, 80))
    return RNG.binomial(sessions, 0.3), sessions


def test_linearised_variance_is_the_delta_method(snippet):
    clicks, sessions = data()
    for k, values in enumerate(snippet.linearised(clicks, sessions)):
        y, n = clicks[k], sessions[k]
        (vy, cov), (_, vn) = np.cov(y, n)
        r = y.mean() / n.mean()
        np.testing.assert_allclose(values.var(ddof=1), (vy - 2 * r * cov + r * r * vn) / n.mean() ** 2)
        assert abs(values.mean()) < 1e-12


def test_its_difference_is_that_of_the_ratios(snippet):
    t = np.arange(600) % 2
    sessions = 1 + RNG.poisson(10, (200, 600))
    clicks = RNG.binomial(sessions, 0.2 + 0.05 * t)
    ratio = [clicks[:, t == a].sum(1) / sessions[:, t == a].sum(1) for a in (0, 1)]
    gap = snippet.difference(snippet.linearised(clicks, sessions), t) - (ratio[1] - ratio[0])
    assert np.abs(gap).max() < 0.1 * np.std(ratio[1] - ratio[0]) + 0.002  # second order: effect times imbalance


def test_cuped_by_regression(snippet):
    t = (np.arange(80) % 3 == 0).astype(int)
    x, y = RNG.normal(4, 2, (3, 80)), RNG.normal(size=(3, 80))
    for k, effect in enumerate(snippet.cuped(y, x, t)):
        residual = sm.OLS(y[k], sm.add_constant(x[k])).fit().resid
        np.testing.assert_allclose(effect, residual[t == 1].mean() - residual[t == 0].mean())


def test_period(snippet):
    clicks, sessions = snippet.period(RNG, np.full(100_000, 0.3), np.full(100_000, 4.0))
    assert sessions.min() == 1
    np.testing.assert_allclose(sessions.mean(), 5, atol=0.03)  # sd 2, four standard errors
    np.testing.assert_allclose(clicks.sum() / sessions.sum(), 0.3, atol=0.003)
    assert (clicks <= sessions).all()


def test_unbiased_and_less_variable(snippet):
    plain, adjusted = snippet.difference(snippet.during, snippet.t), snippet.effect
    for effect in (plain, adjusted):
        assert abs(effect.mean() - 0.01) < 4 * effect.std() / np.sqrt(1500)  # four standard errors
    rho = np.mean([np.corrcoef(a, b)[0, 1] for a, b in zip(snippet.before[:200], snippet.during[:200], strict=True)])
    assert abs(adjusted.var() / plain.var() / (1 - rho**2) - 1) < 0.15  # ratio of variances of 1500 draws: 5 %
    assert snippet.before.shape == (1500, 600)
    assert abs(snippet.taste.mean() - 0.2) < 0.001 and abs(snippet.activity.mean() - 20) < 0.07
