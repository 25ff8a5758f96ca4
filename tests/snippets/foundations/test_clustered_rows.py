import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import betabinom


def test_errors_are_those_of_statsmodels(snippet):
    correct = snippet.benchmark(30, 5, np.random.default_rng(1))
    question = np.repeat(np.arange(30), 5)
    model = sm.OLS(correct.ravel(), np.ones(150))
    clustered = model.fit(cov_type="cluster", cov_kwds={"groups": question, "use_correction": False}).bse[0]
    assert snippet.standard_error(correct, True) == pytest.approx(clustered * np.sqrt(30 / 29))
    assert snippet.standard_error(correct, False) == pytest.approx(model.fit().bse[0])


def test_a_benchmark_is_of_questions_that_differ(snippet):
    correct = snippet.benchmark(4000, 50, np.random.default_rng(2))
    assert correct.shape == (4000, 50) and set(np.unique(correct)) == {0, 1}
    right = correct.sum(axis=1)
    for count in (2, 25, 45, 49):
        expected = betabinom(50, 0.6, 0.3).cdf(count)
        assert abs((right <= count).mean() - expected) < 0.03  # standard error below 0.008
    assert betabinom(50, 0.6, 0.3).mean() / 50 == pytest.approx(2 / 3)


def test_an_interval_reaches_1_96_standard_errors_from_the_mean(snippet):
    correct = snippet.benchmark(40, 3, np.random.default_rng(5))
    for clustered in (False, True):
        reach = 1.96 * snippet.standard_error(correct, clustered)
        for side in (-1, 1):
            assert snippet.contains(correct.mean() + side * 0.999 * reach, correct, clustered)
            assert not snippet.contains(correct.mean() + side * 1.001 * reach, correct, clustered)
    assert snippet.contains(1, np.ones((5, 2)), True) and not snippet.contains(0.9, np.ones((5, 2)), True)


def test_coverage_is_the_share_of_intervals_that_contain_two_thirds(snippet):
    for clustered in (False, True):
        rng = np.random.default_rng(3)
        hits = [snippet.contains(2 / 3, snippet.benchmark(100, 3, rng), clustered) for _ in range(80)]
        assert snippet.coverage(3, clustered, np.random.default_rng(3), sets=80) == np.mean(hits)


def test_rows_cover_too_rarely_and_questions_do_not(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[2:]], float)
    assert rows[:, 0].tolist() == [1, 4, 16]
    assert (abs(rows[:, 2] - 0.95) < 0.03).all()  # 1000 intervals: standard error 0.007
    assert abs(rows[0, 1] - 0.95) < 0.03 and rows[1, 1] < 0.85 and rows[2, 1] < 0.6
