import numpy as np
from scipy.stats import norm
from statsmodels.stats.power import zt_ind_solve_power


def test_sessions_by_statsmodels(snippet):
    for effect, alpha, goal in ((0.1, 0.05, 0.8), (0.3, 0.01, 0.6)):
        expected = zt_ind_solve_power(effect_size=effect, alpha=alpha, power=goal)
        np.testing.assert_allclose(snippet.sessions_per_arm(effect, alpha, goal), expected, rtol=1e-4)
    assert snippet.sessions_per_arm(0.2) == snippet.sessions_per_arm(0.2, 0.05, 0.8)


def test_user_means_are_those_of_sessions_that_share_a_user(snippet):
    rng = np.random.default_rng(1)
    user = rng.normal(0, np.sqrt(0.3), (200_000, 1))
    sessions = user + rng.normal(0, np.sqrt(0.7), (200_000, 10))
    assert abs(sessions.var() - 1) < 0.01
    means = snippet.user_means(500, 400, 0.4, rng)
    assert means.shape == (400, 500)
    # relative standard error of a variance of 200,000 draws: 0.003
    np.testing.assert_allclose(means.var(), sessions.mean(1).var(), rtol=0.015)
    assert abs(means.mean() - 0.4) < 4 * np.sqrt(0.37 / 200_000)


def test_power_and_false_positives_follow_the_design_effect(snippet):
    rng = np.random.default_rng(2)
    variance = 0.3 + 0.7 / 10  # of a user's mean: the design effect over the number of sessions
    np.testing.assert_allclose(variance, snippet.factor / 10)
    for users, effect in ((120, 0.2), (150, 0.0)):
        by_user, by_session = snippet.rejects(users, effect, rng, tests=10_000)
        true = np.sqrt(2 * variance / users)
        shift = effect / true
        naive = 1.96 * np.sqrt(2 / (10 * users)) / true
        # standard error of a share of 10,000 tests: at most 0.005; Student's tails add less than 0.004
        assert abs(by_user - norm.sf(1.96 - shift) - norm.cdf(-1.96 - shift)) < 0.025
        assert abs(by_session - norm.sf(naive - shift) - norm.cdf(-naive - shift)) < 0.03
    assert snippet.rejects.__defaults__ == (4_000,)


def test_mended_plan_has_the_power_and_the_other_has_not(snippet):
    assert f"mended: {snippet.planned * 3.7:.0f} users" in snippet.printed
    powers = [float(line.split("power ")[1][:4]) for line in snippet.printed.splitlines()[:2]]
    assert powers[0] < 0.35 and abs(powers[1] - 0.8) < 0.04
    assert (snippet.SESSIONS, snippet.SHARE) == (10, 0.3)
