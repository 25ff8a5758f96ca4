import numpy as np
from statsmodels.stats.proportion import test_proportions_2indep as two_proportions


def test_estimate_is_the_pooled_two_proportion_test(snippet):
    effect, error = snippet.estimate(43, 210, 61, 190)
    oracle = two_proportions(43, 210, 61, 190, method="score", compare="diff", correction=False)
    np.testing.assert_allclose(effect, 43 / 210 - 61 / 190)
    np.testing.assert_allclose(effect / error, oracle.statistic)


def test_level_holds_however_much_users_differ(snippet):
    counts = snippet.one_test(np.random.default_rng(5), 0, 0, users=100, impressions=12, tests=3000)
    effect, error = snippet.estimate(*counts)
    assert abs(np.mean(abs(effect / error) > 1.96) - 0.05) < 0.012  # three standard errors of 3000 tests
    assert abs(effect.mean()) < 4 * effect.std() / np.sqrt(3000)


def test_counts_have_the_model_behind_them(snippet):
    new, n_new, old, n_old = snippet.one_test(np.random.default_rng(6), 0.1, 0.2, users=50, impressions=8)
    assert new.shape == (2000,)
    np.testing.assert_array_equal(n_new + n_old, 400)
    assert (new <= n_new).all() and (old <= n_old).all()
    # treated impressions: half of 400, variance 100; relative error of a variance of 2000 draws is 3 %
    assert abs(n_new.mean() - 200) < 4 * 10 / np.sqrt(2000)
    assert abs(n_new.var() / 100 - 1) < 0.13
    # E[base of a shown old impression] = 0.35 + lasting · share, share of the other 7 impressions: (7/2)/8
    np.testing.assert_allclose(old.mean() / n_old.mean(), 0.35 + 0.2 * 7 / 16, atol=0.004)
    np.testing.assert_allclose(new.mean() / n_new.mean(), 0.45 + 0.2 * 9 / 16, atol=0.004)


def test_it_estimates_the_direct_effect_and_a_sliver_of_the_lasting_one(snippet):
    # a treated impression raises its own share by 1/m: expectation direct + lasting / m
    for direct, lasting, m in ((0.05, 0.1, 5), (-0.03, 0.2, 10), (0.1, 0.0, 4)):
        effect, _ = snippet.estimate(
            *snippet.one_test(np.random.default_rng(7), direct, lasting, users=100, impressions=m)
        )
        expected = direct + lasting / m
        assert abs(effect.mean() - expected) < 4 * effect.std() / np.sqrt(2000) + 0.001  # the ratio's own bias


def test_printed_shortfall(snippet):
    assert snippet.one_test.__defaults__ == (200, 20, 2000)
    assert abs(snippet.effect.mean() - (0.02 + 0.08 / 20)) < 0.001
    assert "0.10; the test says 0.02" in snippet.printed
