import numpy as np
from scipy.stats import pearsonr


def test_estimates_have_the_sum_of_both_covariances(snippet):
    a, b = np.array([[2, 0.5], [0.5, 1]]), np.array([[1, -0.9], [-0.9, 3]])
    effects = snippet.estimated_effects(np.random.default_rng(1), 100_000, a, b)
    # variances up to 4: standard errors below 0.02
    np.testing.assert_allclose(np.cov(effects, rowvar=False), a + b, atol=0.1)
    np.testing.assert_allclose(effects.mean(axis=0), 0, atol=0.035)


def test_correlation_and_covariance(snippet):
    x = np.random.default_rng(2).normal(size=(50, 2)) @ [[1, 2], [0, 0.5]]
    np.testing.assert_allclose(snippet.correlation(np.cov(x, rowvar=False)), pearsonr(*x.T).statistic)
    np.testing.assert_allclose(snippet.covariance(3, -0.2), [[9, -1.8], [-1.8, 9]])


def test_noise_adds_its_own_correlation(snippet):
    assert snippet.effects.shape == (20_000, 2)
    np.testing.assert_allclose(snippet.noise, [[1, 0.8], [0.8, 1]])
    for line in snippet.printed.splitlines()[1:]:
        true, seen, denoised = map(float, line.split())
        # correlations of 20,000 pairs: standard error 0.007; after denoising three times that; printed to 0.1
        assert abs(seen - (0.49 * true + 0.8) / 1.49) < 0.1
        assert abs(denoised - true) < 0.13


def test_more_tests_do_not_remove_the_bias(snippet):
    for tests in (2_000, 200_000):
        effects = snippet.estimated_effects(
            np.random.default_rng(3), tests, snippet.covariance(0.7, -0.5), snippet.noise
        )
        assert snippet.correlation(np.cov(effects, rowvar=False)) > 0.25  # the true one is -0.5
