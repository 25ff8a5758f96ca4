import numpy as np
from scipy import integrate
from scipy.stats import chi2_contingency, norm


def test_segments_add_up_to_the_whole_test(snippet):
    # with equal sizes the z of the whole is the sum over root 20; 20,000 tests, standard errors 0.007
    z = snippet.look_at_segments(1.7, np.random.default_rng(4))
    whole = z.sum(axis=1) / np.sqrt(20)
    assert z.shape == (20_000, 20)
    assert abs(whole.mean() - 1.7) < 0.03
    assert abs(whole.std() - 1) < 0.025
    np.testing.assert_allclose(z.std(axis=0), 1, atol=0.025)


def test_q_is_uniform_for_equal_effects_and_small_for_unequal(snippet):
    for effect in (0, 3):
        p = snippet.heterogeneity_p(snippet.look_at_segments(effect, np.random.default_rng(5)))
        for level in (0.01, 0.2, 0.6):
            assert abs(np.mean(p < level) - level) < 0.015  # standard error at most 0.0035
    unequal = np.random.default_rng(6).normal(0, 3, (200, 20))
    assert np.mean(snippet.heterogeneity_p(unequal) < 0.001) > 0.9


def test_q_agrees_with_a_chi_square_for_homogeneity(snippet):
    # conversions in 20 segments of equal size: Q of the standardised rates is Pearson's statistic
    wins = np.random.default_rng(7).binomial(1_000, 0.3, 20)
    rate = wins.mean() / 1_000
    z = (wins / 1_000 - rate) / np.sqrt(rate * (1 - rate) / 1_000)
    expected = chi2_contingency(np.stack([wins, 1_000 - wins])).pvalue
    np.testing.assert_allclose(snippet.heterogeneity_p(z[None]), expected)


def test_printed_shares_and_the_mean_of_the_best(snippet):
    lines = snippet.printed.splitlines()
    for effect, first, second in ((0, *lines[1:3]), (2.8, *lines[4:6])):
        shift = effect / np.sqrt(20)
        one = norm.sf(1.96 - shift) + norm.cdf(-1.96 - shift)
        some, negative = (float(word) for word in first.replace("%", "").split() if word[0].isdigit())
        assert abs(some - 100 * (1 - (1 - one) ** 20)) < 1.6  # standard error 0.35 points, rounding 0.5
        assert abs(negative - 100 * (1 - norm.cdf(shift) ** 20)) < 0.6
        best = integrate.quad(lambda x: x * 20 * norm.pdf(x) * norm.cdf(x) ** 19, -8, 8)[0] + shift
        assert abs(float(second.split("z ")[1].split(",")[0]) - best) < 0.06
        assert abs(float(second.split("data ")[1].split(";")[0]) - shift) < 0.06
        assert "Q rejects 5 %" in second
