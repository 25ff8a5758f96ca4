import numpy as np


def test_without_adaptation_it_is_two_samples(snippet):
    mean, size, weighted = snippet.run((0.3, -0.2), False, np.random.default_rng(3))
    # 10,000 runs of about 100 users: standard error of the mean of means 0.001
    np.testing.assert_allclose(mean.mean(axis=1), [0.3, -0.2], atol=0.005)
    np.testing.assert_allclose(weighted.mean(axis=1), [0.3, -0.2], atol=0.008)
    np.testing.assert_allclose(size.sum(axis=0), 200)
    np.testing.assert_allclose(size.mean(axis=1), 100, atol=0.4)
    np.testing.assert_allclose(size.std(axis=1), np.sqrt(190 / 4), rtol=0.05)  # 190 tosses, 10 fixed
    np.testing.assert_allclose(mean.std(axis=1), 0.1, rtol=0.05)


def test_adaptive_means_are_too_low_and_weighted_ones_are_not(snippet):
    mean, size, weighted = snippet.run((0.2, 0.0), True, np.random.default_rng(4))
    bias = mean.mean(axis=1) - [0.2, 0.0]
    assert np.all(bias < -0.02)  # 20 standard errors below 0
    assert bias[1] < bias[0]  # worse for the arm that is tried less
    # sd about 0.2 of a run, 10,000 runs: standard error 0.002
    np.testing.assert_allclose(weighted.mean(axis=1), [0.2, 0.0], atol=0.009)
    assert size[0].mean() > 1.5 * size[1].mean()


def test_the_first_ten_users_alternate_and_both_arms_are_always_possible(snippet):
    size = snippet.run((50.0, 0.0), True, np.random.default_rng(5))[1]
    # a hopeless arm keeps its 5 users of the warm-up and 5 % of the other 190
    assert abs(size[1].mean() - (5 + 0.05 * 190)) < 0.2
    assert size[1].min() >= 5
    both = snippet.run((0.0, 0.0), True, np.random.default_rng(6))[1]
    assert abs(both[0].mean() - 100) < 3


def test_shifting_both_arms_shifts_the_means_and_swapping_swaps(snippet):
    low = snippet.run((0.0, 0.1), True, np.random.default_rng(7))[0]
    high = snippet.run((3.0, 3.1), True, np.random.default_rng(7))[0]
    np.testing.assert_allclose(high - low, 3.0, atol=1e-9)
    swapped = snippet.run((0.1, 0.0), True, np.random.default_rng(8))[0]
    np.testing.assert_allclose(low.mean(axis=1), swapped.mean(axis=1)[::-1], atol=0.012)


def test_printed_conclusions(snippet):
    split, adaptive = snippet.printed.split("Thompson")
    assert "5 %" in split and "7 %" in adaptive
    assert abs(np.mean(np.abs(snippet.z) > 1.96) - 0.07) < 0.01
    assert snippet.fewer < 2 * snippet.mean.mean() < 0
