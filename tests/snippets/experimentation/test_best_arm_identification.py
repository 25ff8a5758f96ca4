import numpy as np
from scipy.stats import norm

FOUR = np.array([0.1, 0.4, 0.0, 0.2])


def test_two_arms_equal_split_is_a_difference_of_means(snippet):
    means = np.array([0.0, 0.15])
    expected = norm.cdf(0.15 / np.sqrt(2 / 240))
    for policy in (snippet.uniform, snippet.successive_halving):
        chosen, pulls = policy(means, np.random.default_rng(2))
        assert np.all(pulls == 240)
        assert abs(np.mean(chosen == 1) - expected) < 0.015  # 4,000 runs: standard error 0.0035


def test_every_policy_spends_the_budget(snippet):
    for policy in (snippet.uniform, snippet.successive_halving, snippet.thompson):
        chosen, pulls = policy(FOUR, np.random.default_rng(3))
        assert np.all(pulls.sum(axis=1) == 480)
        assert chosen.shape == (4_000,)
        assert np.mean(chosen == 1) > 0.8


def test_halving_keeps_half_of_the_arms(snippet):
    _, pulls = snippet.successive_halving(FOUR, np.random.default_rng(4))
    # two rounds of 240: 60 for each of four, then 120 for each of two
    np.testing.assert_array_equal(np.sort(pulls, axis=1), np.tile([60, 60, 180, 180], (4_000, 1)))
    far = np.array([0.0, 9, 5, 0, 0, 0, 0, 0])
    chosen, pulls = snippet.successive_halving(far, np.random.default_rng(4))
    assert np.all(chosen == 1)
    assert np.all(pulls[:, 1] == 20 + 40 + 80) and np.all(pulls[:, 2] == 140)


def test_thompson_is_a_bayesian_update(snippet):
    # far arms: the prior N(0, 1) makes an arm of mean 9 win at once; a hopeless arm is hardly tried again
    chosen, pulls = snippet.thompson(np.array([0.0, 9.0]), np.random.default_rng(5))
    assert np.all(chosen == 1)
    # an arm is only tried if N(0, 1) beats the other's draw: below one try on average after the first win
    assert 0.3 < pulls[:, 0].mean() < 3
    _, equal = snippet.thompson(np.zeros(2), np.random.default_rng(6))
    assert abs(equal[:, 0].mean() - 240) < 12  # symmetric; sd about 130, standard error 2
    near = snippet.thompson(np.array([0.3, 0.5]), np.random.default_rng(7))[1]
    assert 350 < near[:, 1].mean() < 400


def test_conclusions(snippet):
    few, many = snippet.printed.split("8 arms")
    right = lambda text: [int(line.split("in ")[1].split()[0]) for line in text.splitlines() if "finds" in line]  # noqa: E731
    assert right(few)[0] > right(few)[2]
    assert right(many)[0] + 4 < right(many)[1]
    assert right(many)[2] > right(many)[0]
