import numpy as np
import scipy.stats


def test_the_interval_is_scipys(snippet):
    values = np.random.default_rng(1).gamma(1, size=(3, 40))
    low, high = snippet.percentile_bootstrap(values, np.random.default_rng(2), resamples=20_000, level=0.9)
    for row, ours in zip(values, zip(low, high, strict=True), strict=True):
        result = scipy.stats.bootstrap(
            (row,), np.mean, n_resamples=20_000, method="percentile", confidence_level=0.9, rng=3
        ).confidence_interval
        # 20,000 resamples place a 5 % quantile within 0.02 standard errors
        np.testing.assert_allclose(ours, result, atol=0.08 * row.std() / np.sqrt(40))


def test_defaults_and_shapes(snippet):
    values = np.arange(12.0).reshape(2, 6)
    a = snippet.percentile_bootstrap(values, np.random.default_rng(0))
    assert np.shape(a) == (2, 2) and (a[0] < values.mean(axis=1)).all() and (a[1] > values.mean(axis=1)).all()
    np.testing.assert_array_equal(a, snippet.percentile_bootstrap(values, np.random.default_rng(0), 1000, 0.95))


def test_equal_values_have_an_empty_interval(snippet):
    np.testing.assert_allclose(snippet.percentile_bootstrap(np.full((1, 9), 3.0), np.random.default_rng(0)), 3)


def test_coverage_counts_the_intervals_that_contain_the_truth(snippet):
    data = np.random.default_rng(4).standard_normal((500, 20))
    low, high = snippet.percentile_bootstrap(data, np.random.default_rng(5))
    for truth in (0.0, 0.3, 9.0):
        ours = snippet.coverage(lambda size: data[: size[0]], truth, 20, np.random.default_rng(5), 500)
        assert ours == np.mean((low < truth) & (high > truth))
    drawn = []
    snippet.coverage(lambda size: drawn.append(size) or np.zeros(size), 0, 4, np.random.default_rng(0))
    assert drawn == [(2000, 4)]


def test_coverage_of_constants_on_the_truth_is_whole(snippet):
    # low = high = truth: both comparisons must allow equality
    assert snippet.coverage(lambda size: np.zeros(size), 0.0, 4, np.random.default_rng(0), 3) == 1


def test_too_narrow_for_small_samples_and_long_tails(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[2:]], float)
    assert rows[:, 0].tolist() == [10, 30, 100, 300]
    assert 0.87 < rows[0, 1] < 0.93 and (abs(rows[2:, 1] - 0.95) < 0.02).all()  # standard error 0.005
    assert (np.diff(rows[:, 2]) >= 0).all() and (rows[:, 2] < rows[:, 1]).all() and rows[0, 2] < 0.83
