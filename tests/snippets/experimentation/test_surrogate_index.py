import numpy as np
from scipy.stats import sem
from sklearn.linear_model import LinearRegression


def test_early_signals(snippet):
    signals = snippet.early_signals(np.random.default_rng(1), 200_000, 0.7, -2.0)
    # standard errors 0.002 and 0.003 of the means, below 0.007 of the covariances
    np.testing.assert_allclose(signals.mean(axis=0), (0.7, -1.3), atol=0.015)
    np.testing.assert_allclose(np.cov(signals, rowvar=False), [[1, 1], [1, 2]], atol=0.035)
    first, second = np.random.default_rng(1).normal(size=(2, 200_000))
    np.testing.assert_allclose(signals, np.transpose((0.7 + first, -2 + 0.7 + first + second)))
    plain = snippet.early_signals(np.random.default_rng(1), 200_000)
    np.testing.assert_allclose(plain, signals - (0.7, -1.3))


def test_year_later_depends_on_depth_alone(snippet):
    signals = np.random.default_rng(2).normal((3, -1), (1, 4), (100_000, 2))
    outcome = snippet.year_later(np.random.default_rng(3), signals, 5.0)
    model = LinearRegression().fit(signals, outcome)
    np.testing.assert_allclose(model.coef_, (0.8, 0), atol=0.03)  # standard errors 0.006 and 0.002
    assert abs(model.intercept_ - 5) < 0.1
    assert abs((outcome - model.predict(signals)).std() - 2) < 0.025  # standard error 0.0045
    none = snippet.year_later(np.random.default_rng(3), signals)
    np.testing.assert_allclose(none, outcome - 5.0)


def test_index_is_least_squares_with_intercept(snippet):
    rng = np.random.default_rng(4)
    signals = rng.normal(7, 1, (300, 3))
    outcome = signals @ (1, 2, -1) + 40 + rng.normal(size=300)
    np.testing.assert_allclose(snippet.fit_index(signals, outcome), LinearRegression().fit(signals, outcome).coef_)


def test_difference(snippet):
    rng = np.random.default_rng(5)
    a, b = rng.normal(1, 2, 30), rng.normal(4, 9, 50)
    mean, se = snippet.difference(a, b)
    np.testing.assert_allclose(mean, b.mean() - a.mean())
    np.testing.assert_allclose(se, np.hypot(sem(a, ddof=0), sem(b, ddof=0)))


def test_conclusions(snippet):
    assert len(snippet.past) == len(snippet.new) == 200_000
    # clicks = depth + curiosity: the slope of the outcome on clicks alone is 0.8 · 1/2
    np.testing.assert_allclose(snippet.both, (0.8, 0), atol=0.03)
    np.testing.assert_allclose(snippet.clicks, 0.4, atol=0.02)
    rows = [line.split()[-3:] for line in snippet.printed.splitlines()[1:4]]
    ranking, bait, ads = np.array(rows, float)
    # the outcome has sd 2.2, so a difference has a standard error of 0.007
    np.testing.assert_allclose(ranking, (0.16, 0.16, 0.4 * 0.2), atol=0.03)
    np.testing.assert_allclose(bait, (-0.08, -0.08, 0.4 * 0.4), atol=0.03)
    np.testing.assert_allclose(ads, (-0.1, 0, 0), atol=0.03)
    # variances 0.64 + 4 and 0.64
    assert abs(float(snippet.printed.split()[-1]) - np.sqrt(4.64 / 0.64)) < 0.06
