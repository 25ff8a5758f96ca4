import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats


def test_the_score_says_how_far_outside(snippet):
    y = np.array([-2.0, 0.5, 0.9, 4.0])
    np.testing.assert_allclose(snippet.conformity_score(np.zeros(4), np.ones(4), y), [2.0, -0.5, -0.1, 3.0])


@given(st.integers(1, 60), st.floats(0.01, 0.6))
def test_the_margin_is_the_smallest_score_with_enough_at_or_below_it(snippet, n, alpha):
    scores = np.random.default_rng(n).permutation(np.arange(1.0, n + 1))
    margin = snippet.conformal_margin(scores, alpha)
    # a new score is equally likely to fall into each of the n + 1 gaps
    if margin < np.inf:
        assert margin / (n + 1) >= 1 - alpha - 1e-12 > (margin - 1) / (n + 1) - 1e-9
    else:
        assert n / (n + 1) < 1 - alpha


def test_coverage_is_guaranteed_on_average_for_any_distribution(snippet):
    rng = np.random.default_rng(2)
    n, alpha, repeats = 19, 0.1, 4000
    covered = []
    for _ in range(repeats):
        y = rng.standard_cauchy(n + 1)
        margin = snippet.conformal_margin(snippet.conformity_score(-1.0, 1.0, y[:n]), alpha)
        covered.append(snippet.conformity_score(-1.0, 1.0, y[n]) <= margin)
    assert abs(np.mean(covered) - 18 / 20) < 4 * np.sqrt(0.09 / repeats)  # four standard errors


def test_the_data_have_one_informative_feature_and_one_that_sets_the_noise(snippet):
    X, y = snippet.sample(50_000, np.random.default_rng(8))
    assert X.shape == (50_000, 15)
    assert stats.kstest((y - X[:, 0]) / (0.5 + np.abs(X[:, 1])), "norm").pvalue > 0.01
    assert snippet.sample(10, np.random.default_rng(8), features=3)[0].shape == (10, 3)


def test_coverages_scatter_like_the_beta_distribution_of_theory(snippet):
    # with n calibration rows: Beta(k, n + 1 - k), k = ceil((n + 1)(1 - alpha)); 200 draws
    beta = stats.beta(451, 501 - 451)
    assert abs(np.mean(snippet.coverages) - beta.mean()) < 4 * beta.std() / np.sqrt(200) + 0.005  # and 20,000 test rows
    assert 0.75 < np.std(snippet.coverages) / beta.std() < 1.25


def test_printed_conclusions(snippet):
    before, after = snippet.printed.splitlines()[:2]
    assert "61.3%" in before and "90.2%" in after and snippet.sizes == range(1, 200)
    inside = (snippet.lower <= snippet.y_new) & (snippet.y_new <= snippet.upper)
    assert abs(inside.mean() - 0.61) < 0.005
    np.testing.assert_allclose(snippet.width - np.mean(snippet.upper - snippet.lower), 2 * np.mean(snippet.margins))
    assert 0.7 < np.mean(snippet.new[np.abs(snippet.X_new[:, 1]) > 1.5] <= np.mean(snippet.margins)) < 0.85
    assert snippet.low.quantile == 0.05 and snippet.high.quantile == 0.95
    assert (len(snippet.y), len(snippet.y_cal), len(snippet.margins), len(snippet.y_new)) == (80, 500, 200, 20_000)
    assert snippet.low.alpha == snippet.high.alpha == 0


def test_the_smallest_calibration_sets_follow_from_the_rank(snippet):
    words = [line.split() for line in snippet.printed.splitlines()[-2:]]
    assert [int(row[-3]) for row in words] == [round(1 / float(row[2].strip(":")) - 1) for row in words] == [9, 99]
