import numpy as np
from scipy.stats import norm


def test_the_posterior_is_the_conjugate_one(snippet):
    # brute force: normalise prior times likelihood on a grid
    grid = np.linspace(-4, 4, 40_001)
    effects = np.array([0.0, 0.1, -0.1, 0.5, 0.05])
    result = snippet.stopped_posterior(effects, np.random.default_rng(4), 0.9)
    batches = np.random.default_rng(4).normal(20 * effects[:, None], np.sqrt(20), (5, 50))
    for row, outcome in zip(batches, result, strict=True):
        expected = np.nan
        for k in range(1, 51):
            log_weight = norm.logpdf(grid, 0, 0.5) + norm.logpdf(row[:k].sum(), 20 * k * grid, np.sqrt(20 * k))
            weight = np.exp(log_weight - log_weight.max())
            positive = weight[grid > 0].sum() / weight.sum()
            if positive > 0.9 or positive < 0.1:
                expected = positive
                break
        np.testing.assert_allclose(outcome, expected, atol=2e-3)


def test_the_prior_counts(snippet):
    # one look, prior sd 0.1: the posterior has mean sum / precision and variance 1 / precision
    kept = snippet.PRIOR_SD, snippet.LOOKS
    snippet.PRIOR_SD, snippet.LOOKS = 0.1, 1
    result = snippet.stopped_posterior(np.array([2.0, 3.0]), np.random.default_rng(1), 0.6)
    snippet.PRIOR_SD, snippet.LOOKS = kept
    sums = np.random.default_rng(1).normal([[40.0], [60.0]], np.sqrt(20), (2, 1))[:, 0]
    np.testing.assert_allclose(result, norm.cdf(sums / (20 + 100) / np.sqrt(1 / (20 + 100))))


def test_undecided_tests_are_nan(snippet):
    assert np.all(np.isnan(snippet.stopped_posterior(np.zeros(20), np.random.default_rng(0), 1 - 1e-12)))
    stopped = snippet.stopped_posterior(np.full(200, 3.0), np.random.default_rng(0))
    assert np.all(stopped > 0.975)
    assert np.all(snippet.stopped_posterior(np.full(200, -3.0), np.random.default_rng(0)) < 0.025)


def test_calibrated_under_its_own_prior_only(snippet):
    # about 9,000 stops: standard error of a share of 0.99 is 0.001
    assert abs(np.mean(~np.isnan(snippet.null)) - 0.30) < 0.02
    rng = np.random.default_rng(12)
    gaps = []
    for sd in (0.5, 0.02):
        effects = rng.normal(0, sd, 20_000)
        posterior = snippet.stopped_posterior(effects, rng)
        for up in (posterior > 0.5, posterior < 0.5):
            claimed = np.where(up, np.maximum(posterior, 1 - posterior), np.nan)[up].mean()
            gaps.append(claimed - np.mean((effects[up] > 0) == (posterior[up] > 0.5)))
    assert max(np.abs(gaps[:2])) < 0.006
    assert min(gaps[2:]) > 0.2
