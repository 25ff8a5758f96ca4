import numpy as np
import pytest
from scipy.stats import norm


def test_the_mixture_ratio_is_the_integral_over_effects(snippet):
    effects = np.linspace(-1, 1, 200_001)
    prior = norm.pdf(effects, 0, snippet.TAU)
    for estimate in (-0.1, 0.0, 0.04, 0.2):
        for variance in (0.0005, 0.004, 0.1):
            likelihood = norm.pdf(estimate, effects, np.sqrt(variance)) / norm.pdf(estimate, 0, np.sqrt(variance))
            expected = np.trapezoid(prior * likelihood, effects)
            np.testing.assert_allclose(snippet.mixture_ratio(estimate, variance), expected, rtol=1e-6)


def test_its_mean_under_no_effect_is_one(snippet):
    # a martingale that begins at 1: by Gauss-Hermite quadrature, no simulation
    nodes, weights = np.polynomial.hermite_e.hermegauss(300)
    for variance in (0.004, 0.01):
        mean = weights @ snippet.mixture_ratio(nodes * np.sqrt(variance), variance) / weights.sum()
        assert mean == pytest.approx(1, abs=1e-6)


def test_the_p_value_never_rises_and_is_one_over_the_largest_ratio(snippet):
    estimates = np.array([[0.3, 0.0, 0.1], [0.0, 0.0, 0.25]])
    variances = np.array([0.01, 0.005, 0.004])
    ratio = snippet.mixture_ratio(estimates, variances)
    expected = [[min(1, 1 / max(row[: k + 1])) for k in range(3)] for row in ratio]
    np.testing.assert_allclose(snippet.always_valid_p(estimates, variances), expected)


def test_simulated_data_have_the_stated_moments(snippet):
    # 20,000 tests: a variance has a relative standard error of 1 %, here five of them
    for icc, effect in ((0.0, 0.0), (0.3, 0.0), (0.6, 0.05)):
        paths = snippet.running_difference(np.random.default_rng(5), icc, effect)
        assert paths.shape == (20_000, 28)
        for day in (1, 7, 28):
            variance = 2 / 500 * (icc + (1 - icc) / day)
            assert abs(paths[:, day - 1].mean() - effect) < 5 * np.sqrt(variance / 20_000)
            np.testing.assert_allclose(paths[:, day - 1].var(), variance, rtol=0.05)
    covariance = np.cov(paths[:, 2], paths[:, 20])[0, 1]  # that of the later look: independent increments
    np.testing.assert_allclose(covariance, 2 / 500 * (0.6 + 0.4 / 21), rtol=0.06)


def test_variances_are_those_of_the_two_models(snippet):
    days = np.arange(1, 29)
    np.testing.assert_allclose(snippet.by_row, 0.004 / days)
    np.testing.assert_allclose(snippet.by_user, 0.004 * (0.3 + 0.7 / days))


def test_level_and_its_loss(snippet):
    shares = [float(line.rpartition("rejects")[2].rstrip(" %")) for line in snippet.printed.splitlines()]
    valid, broken, repaired, power = shares
    # standard error of a share of 0.05 of 20,000: 0.15 points
    assert valid < 5 and repaired < 5 and broken > 30 and power > 80
    # independent increments of the right variance: never above alpha, however often one looks
    again = snippet.running_difference(np.random.default_rng(11), 0.3)
    assert np.mean(snippet.always_valid_p(again, snippet.by_user)[:, -1] <= 0.05) < 0.05
    assert abs(np.mean(snippet.always_valid_p(again, snippet.by_row)[:, -1] <= 0.05) - broken / 100) < 0.02
