import numpy as np
import pytest
from scipy.stats import binom, binomtest
from statsmodels.stats.proportion import proportion_confint


@pytest.mark.parametrize(("hits", "n"), [(0, 7), (1, 7), (7, 7), (30, 100), (499, 1000), (3, 4000)])
def test_intervals_are_statsmodels_and_scipys(snippet, hits, n):
    np.testing.assert_allclose(snippet.wilson(hits, n), proportion_confint(hits, n, method="wilson"), atol=1e-12)
    np.testing.assert_allclose(snippet.wilson(hits, n), binomtest(hits, n).proportion_ci(0.95, "wilson"), atol=1e-12)
    low, high = snippet.wald(hits, n)
    np.testing.assert_allclose([max(low, 0), min(high, 1)], proportion_confint(hits, n), atol=1e-12)


def test_wilson_inverts_the_score_test(snippet):
    low, high = snippet.wilson(12, 40)
    for p in (low, high):
        np.testing.assert_allclose(abs(0.3 - p), snippet.Z * np.sqrt(p * (1 - p) / 40))


def test_coverage_is_the_exact_probability(snippet):
    for p in (0.1, 0.5, 0.83):
        for interval in (snippet.wald, snippet.wilson):
            total = sum(
                binom.pmf(hits, 20, p) for hits in range(21) if interval(hits, 20)[0] <= p <= interval(hits, 20)[1]
            )
            np.testing.assert_allclose(snippet.coverage(interval, 20, p), total)


def test_a_bound_equal_to_p_counts_as_covered(snippet):
    assert snippet.coverage(lambda hits, n: (0 * hits + 0.3, 0 * hits + 0.3), 5, 0.3) == pytest.approx(1)


def test_wald_covers_too_rarely(snippet):
    wald, wilson = snippet.covered
    assert min(wilson) > 0.83 > 0.3 > min(wald)
    assert abs(np.mean(wilson) - 0.95) < 0.005 and np.mean(wald) < 0.91
    assert snippet.wald(0, 50) == (0, 0)
    assert snippet.wald(48, 50)[1] > 1 > snippet.wilson(48, 50)[1]


def test_picture(snippet):
    axes = snippet.figures[0].axes[0]
    for line, interval in zip(axes.lines, (snippet.wald, snippet.wilson), strict=True):
        np.testing.assert_allclose(line.get_xdata(), np.arange(1, 200) / 200)
        expected = [snippet.coverage(interval, 50, p) for p in line.get_xdata()]
        np.testing.assert_allclose(line.get_ydata(), expected)
