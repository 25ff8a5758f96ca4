import numpy as np
from scipy.stats import norm, pearsonr


def test_z_is_the_correlation_with_the_arm_times_root_n(snippet):
    rng = np.random.default_rng(2)
    values, arm = rng.exponential(size=(30, 4)), np.repeat([1.0, -1.0], 15)
    z = snippet.z_scores(values, np.stack([arm, -arm]))
    expected = [pearsonr(values[:, k], arm).statistic * np.sqrt(30) for k in range(4)]
    np.testing.assert_allclose(z, [expected, np.negative(expected)])


def test_p_counts_relabellings_at_least_as_extreme(snippet):
    rng = np.random.default_rng(3)
    arm = np.repeat([1.0, -1.0], 10)
    shuffled = np.array([rng.permutation(arm) for _ in range(99)])
    for shift in (0.0, 0.5, 5.0):
        values = rng.normal(size=(20, 3)) + shift * np.outer(arm, [0, 1, 0])
        p, largest = snippet.p_of_the_largest(values, arm, shuffled)
        extreme = 0
        for order in shuffled:
            extreme += np.abs(snippet.z_scores(values, order)).max() >= largest
        assert p == (1 + extreme) / 100
        assert largest == np.abs(snippet.z_scores(values, arm)).max()
    assert p == 0.01


def test_relabellings_keep_the_sizes_of_the_arms(snippet):
    assert snippet.shuffled.shape == (399, 100)
    assert np.all(snippet.shuffled.sum(axis=1) == 0)
    assert len(np.unique(snippet.shuffled, axis=0)) == 399
    assert abs(snippet.bonferroni - norm.isf(0.025 / 20)) < 1e-3
    np.testing.assert_array_equal(snippet.arm, np.repeat([1, -1], 50))


def test_levels(snippet):
    assert snippet.p.size == 1_000
    # 1,000 tests: standard error 0.7 points; the last loop was the one with correlation 0.9
    assert abs(np.mean(snippet.p <= 0.05) - 0.05) < 0.021
    assert np.mean(snippet.largest > snippet.bonferroni) < 0.025
    assert abs(np.corrcoef(snippet.values.T)[0, 1] - 0.9) < 0.1  # 100 users: standard error 0.02
