import numpy as np
from scipy.stats import kstest, norm
from statsmodels.stats.meta_analysis import combine_effects


def test_prior_agrees_with_statsmodels(snippet):
    rng = np.random.default_rng(1)
    se = rng.uniform(0.1, 1.2, 40)
    lift = rng.normal(0.7, np.hypot(se, 0.5))
    mean, variance = snippet.fit_prior(lift, se)
    oracle = combine_effects(lift, se**2, method_re="chi2")
    np.testing.assert_allclose(variance, oracle.tau2)
    np.testing.assert_allclose(mean, oracle.mean_effect_re)


def test_alike_effects_have_variance_zero(snippet):
    se = np.array([0.5, 1.0, 2.0])
    mean, variance = snippet.fit_prior(np.array([1.0, 1.1, 0.9]), se)
    assert variance == 0
    np.testing.assert_allclose(mean, (1 * 4 + 1.1 * 1 + 0.9 * 0.25) / 5.25)


def test_shrunk_lift_is_the_posterior_mean(snippet):
    def expected(lift, se, mean, variance):
        x = np.linspace(-9, 9, 200_001)
        weight = norm.pdf(x, mean, np.sqrt(variance)) * norm.pdf(lift, x, se)
        return np.average(x, weights=weight)

    for case in ((2.0, 0.7, 0.3, 0.25), (-1.0, 0.2, 0.0, 2.0)):
        np.testing.assert_allclose(snippet.shrink(*case), expected(*case), rtol=1e-6)


def test_portfolio(snippet):
    for giants in (0, 0.3, 1):
        true, lift, se = snippet.portfolio(np.random.default_rng(2), giants, 50_000)
        assert kstest((lift - true) / se, "norm").pvalue > 1e-4
        assert kstest(se, "uniform", (0.2, 0.6)).pvalue > 1e-4
        mixture = giants * norm.cdf(true, 0, 3) + (1 - giants) * norm.cdf(true, 0, 0.4)
        assert kstest(mixture, "uniform").pvalue > 1e-4
    assert len(snippet.portfolio(np.random.default_rng(2), 0)[0]) == 4000


def test_rmse(snippet):
    np.testing.assert_allclose(snippet.rmse(np.array([1.0, 2.0]), np.array([4.0, -2.0])), np.sqrt(12.5))


def test_shrinking_repairs_selection_when_the_prior_is_right(snippet):
    rng = np.random.default_rng(3)
    se = rng.uniform(0.2, 0.8, 200_000)
    true = rng.normal(0, 0.4, se.size)
    lift = rng.normal(true, se)
    better = snippet.shrink(lift, se, *snippet.fit_prior(lift, se))
    for chosen in (lift > 1.96 * se, lift < 0, lift > 1):
        # more than 5,000 tests in each group, posterior sd below 0.4: standard error below 0.006
        assert abs((better - true)[chosen].mean()) < 0.025
    assert (lift - true)[lift > 1].mean() > 0.5


def test_conclusions(snippet):
    lines = snippet.printed.replace(",", "").splitlines()

    def figures(line):
        return [float(word) for word in line.split() if word[0].isdigit() and word != "3:"]

    # with giants the variance of 4,000 effects is itself noisy: standard error of the sd about 0.04
    for head, sd, tolerance in ((0, 0.4, 0.05), (3, np.sqrt(0.05 * 9 + 0.95 * 0.16), 0.12)):
        assert abs(figures(lines[head])[0] - sd) < tolerance
        raw, shrunk = figures(lines[head + 1])
        assert abs(raw - np.sqrt(0.25 + 0.36 / 12)) < 0.03 and shrunk < raw  # E[se²]: mean² + width²/12
    claimed, shrunk, true = figures(lines[2])
    assert claimed > 2 * true and abs(shrunk - true) < 0.06
    claimed, shrunk, true = figures(lines[6])
    assert lines[6].startswith("  lifts above 3") and len(lines) == 7
    assert shrunk < true - 0.5 < claimed  # the normal prior pulls the giants down
    big = snippet.lift > 3
    np.testing.assert_allclose(true, snippet.true[big].mean(), atol=0.005)
