import numpy as np
from scipy.stats import permutation_test, ttest_ind


def test_statistics_are_the_difference_of_means_and_welch_s_t(snippet):
    rng = np.random.default_rng(1)
    values = rng.exponential(1, (4, 13))
    labels = np.stack([rng.permutation(np.repeat([0.0, 1.0], [9, 4])) for _ in range(3)], axis=1)
    gaps, ts = snippet.difference(values, labels), snippet.studentised(values, labels)
    assert gaps.shape == ts.shape == (4, 3)
    for row in range(4):
        for shuffle in range(3):
            b, a = values[row, labels[:, shuffle] == 1], values[row, labels[:, shuffle] == 0]
            np.testing.assert_allclose(gaps[row, shuffle], b.mean() - a.mean())
            np.testing.assert_allclose(ts[row, shuffle], ttest_ind(b, a, equal_var=False).statistic)


def test_p_value_agrees_with_all_permutations(snippet):
    rng = np.random.default_rng(2)
    values, treated = rng.normal(0, 1, 9) + 1.2 * (np.arange(9) > 4), (np.arange(9) > 4).astype(float)

    def gap(x, y, axis):
        return x.mean(axis) - y.mean(axis)

    exact = permutation_test(
        (values[5:], values[:5]), gap, vectorized=True, n_resamples=np.inf, alternative="two-sided"
    ).pvalue
    found = snippet.p_values(snippet.difference, values[None], treated, rng, shuffles=8_000)
    # 8,000 shuffles: standard error below 0.006; SciPy doubles the smaller tail, here nearly the same
    assert found.shape == (1,) and abs(found[0] - exact) < 0.03


def test_p_value_counts_the_observed_labels(snippet):
    rng = np.random.default_rng(3)
    treated = np.repeat([0.0, 1.0], [20, 20])
    values = np.stack([100 * treated + rng.normal(0, 1, 40), np.zeros(40)])
    p = snippet.p_values(snippet.difference, values, treated, rng, shuffles=99)
    np.testing.assert_allclose(p, [0.01, 1.0])  # nothing as large but itself; everything as large
    assert snippet.p_values.__defaults__ == (199,)


def test_false_positives_elsewhere(snippet):
    rng = np.random.default_rng(4)
    treated = np.repeat([0.0, 1.0], [80, 20])
    rates = {}
    for sd in (1, 4):
        values = rng.normal(0, np.where(treated == 1, sd, 1), (2_000, 100))
        for statistic in (snippet.difference, snippet.studentised):
            p = snippet.p_values(statistic, values, treated, rng, shuffles=99)
            rates[sd, statistic.__name__] = (p <= 0.05).mean()
    # standard error of a share of 2,000 tests near 0.05: 0.005
    assert abs(rates[1, "difference"] - 0.05) < 0.02 and abs(rates[1, "studentised"] - 0.05) < 0.02
    assert rates[4, "difference"] > 0.2 and rates[4, "studentised"] < 0.09
