import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats


def fit(y, treated, **kind):
    clusters, people = y.shape
    x = sm.add_constant(np.repeat(treated, people).astype(float))
    return sm.OLS(y.ravel(), x).fit(**kind), np.repeat(np.arange(clusters), people)


def test_both_statistics_agree_with_statsmodels(snippet):
    rng = np.random.default_rng(2)
    y = rng.normal(size=(3, 8, 5)) + rng.normal(size=(3, 8, 1))
    treated = rng.permutation(np.arange(8) < 4)
    naive, robust = snippet.statistics(y, treated)
    for i in range(3):
        plain, groups = fit(y[i], treated)
        clustered, _ = fit(y[i], treated, cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
        assert naive[i] == pytest.approx(plain.tvalues[1])
        assert robust[i] == pytest.approx(clustered.tvalues[1])
        assert 2 * stats.t.sf(abs(robust[i]), 7) == pytest.approx(clustered.pvalues[1])


def test_p_values_are_those_of_the_stated_references(snippet):
    drawn = []

    class Recorder:
        def __init__(self):
            self.rng = np.random.default_rng(6)

        def normal(self, size):
            drawn.append(self.rng.normal(size=size))
            return drawn[-1]

    by_person, normal, t, means = snippet.false_alarms(Recorder(), 6, 9, 0.3, people=4)
    y, treated = np.sqrt(0.3) * drawn[0] + np.sqrt(0.7) * drawn[1], np.array([True] * 3 + [False] * 3)
    naive, robust = snippet.statistics(y, treated)
    np.testing.assert_allclose(by_person, 2 * stats.norm.sf(abs(naive)))
    np.testing.assert_allclose(normal, 2 * stats.norm.sf(abs(robust)))
    np.testing.assert_allclose(t, 2 * stats.t.sf(abs(robust), 5))
    averages = y.mean(2)
    for i in range(9):
        oracle = stats.ttest_ind(averages[i, treated], averages[i, ~treated])
        assert means[i] == pytest.approx(oracle.pvalue)


def test_outcomes_have_unit_variance_and_the_stated_correlation(snippet):
    rng = np.random.default_rng(4)
    # no correlation: all four tests are near their level; 4000 tests, standard error 0.0034
    p = snippet.false_alarms(rng, 40, 4_000, 0.0)
    assert [(value < 0.05).mean() for value in p] == pytest.approx([0.05] * 4, abs=5 * 0.0035 + 0.008)
    # the ratio of the naive to the robust spread is the root of the design effect, 1 + 19 * 0.4
    by_person, _, _, means = snippet.false_alarms(rng, 40, 2_000, 0.4)
    naive = stats.norm.isf(by_person / 2)
    assert (naive**2).mean() == pytest.approx(1 + 19 * 0.4, rel=0.2)
    assert (means < 0.05).mean() == pytest.approx(0.05, abs=5 * 0.005)


def test_printed_rates(snippet):
    rng = np.random.default_rng(8)
    rows = [[float(w.rstrip("%")) for w in line.split()] for line in snippet.printed.splitlines()[2:]]
    for clusters, by_person, normal, t, means in rows:
        assert by_person > 20 and normal > t > means - 1
        assert means == pytest.approx(5, abs=5 * 0.35)  # 4000 tests: standard error 0.34 points
        # one mean square between clusters (variance 2.9), one within (0.9): independent chi-squares
        n, g, draws = int(20 * clusters), int(clusters), 200_000
        pooled = (2.9 * rng.chisquare(g - 2, draws) + 0.9 * rng.chisquare(n - g, draws)) / (n - 2)
        expected = (2.9 * rng.normal(size=draws) ** 2 > 1.96**2 * pooled).mean()
        # 4000 tests: standard error 0.7 points
        assert by_person == pytest.approx(100 * expected, abs=5 * 0.7)
    assert rows[0][2] > 14 and rows[-1][2] < 8
