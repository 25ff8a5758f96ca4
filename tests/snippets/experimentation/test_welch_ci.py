import numpy as np
import pytest
from scipy.stats import ttest_ind, ttest_ind_from_stats


@pytest.mark.parametrize(("n", "m", "sd"), [(12, 40, 3.0), (200, 15, 0.5), (2, 3, 1.0)])
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_scipy_agrees(snippet, n, m, sd, level):
    rng = np.random.default_rng(n)
    a, b = rng.normal(1, 1, n), rng.normal(2, sd, m)
    numbers = (a.mean(), b.mean()), (a.var(ddof=1), b.var(ddof=1)), (n, m)
    for interval, equal in ((snippet.welch, False), (snippet.pooled, True)):
        expected = ttest_ind(b, a, equal_var=equal).confidence_interval(level)
        np.testing.assert_allclose(interval(*numbers, level), expected)
    assert snippet.welch(*numbers) == snippet.welch(*numbers, 0.95)
    assert snippet.pooled(*numbers) == snippet.pooled(*numbers, 0.95)


def test_interval_excludes_zero_exactly_when_the_test_rejects(snippet):
    for gap in np.linspace(0.5, 1.5, 21):
        low, _ = snippet.welch((0, gap), (4.0, 9.0), (50, 80))
        p = ttest_ind_from_stats(gap, 3.0, 80, 0, 2.0, 50, equal_var=False).pvalue
        assert (low > 0) == (p < 0.05)


def test_summaries_are_those_of_samples(snippet):
    rng = np.random.default_rng(1)
    means, variances, n = snippet.summary((10, 40), (1.0, -2.0), (2.0, 5.0), rng)
    assert n == (10, 40)
    for k, (size, mean, sd) in enumerate(((10, 1.0, 2.0), (40, -2.0, 5.0))):
        assert means[k].shape == (20_000,)
        # relative standard errors over 20,000 tests: 0.007 of the mean, below 0.02 of a variance's spread
        assert abs(means[k].mean() - mean) < 4 * sd / np.sqrt(size * 20_000)
        np.testing.assert_allclose(means[k].var(), sd**2 / size, rtol=0.05)
        np.testing.assert_allclose(variances[k].mean(), sd**2, rtol=0.02)
        np.testing.assert_allclose(variances[k].var(), 2 * sd**4 / (size - 1), rtol=0.15)


def test_coverage_counts_intervals_that_hold_the_truth(snippet):
    def fixed(low, high):
        return np.array(low), np.array(high)

    assert snippet.coverage(fixed, ([0, 2, -1, 0.5], [1, 3, 0.2, 0.6]), 0.55) == 0.5


def test_only_welch_covers_with_unequal_variances(snippet):
    rng = np.random.default_rng(2)
    # standard error of a coverage over 20,000 tests: 0.0015
    for n, too_low in (((400, 60), True), ((60, 400), False)):
        numbers = snippet.summary(n, (0, 0), (1, 3), rng)
        assert abs(snippet.coverage(snippet.welch, numbers, 0) - 0.95) < 0.007
        pooled = snippet.coverage(snippet.pooled, numbers, 0)
        assert pooled < 0.8 if too_low else pooled > 0.985
    equal = snippet.summary((50, 50), (0, 0), (1, 1), rng)
    assert abs(snippet.coverage(snippet.pooled, equal, 0) - 0.95) < 0.007
