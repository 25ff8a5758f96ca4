import numpy as np
from scipy.stats import binom, kstest, norm


def test_uniform_only_with_errors_by_user(snippet):
    rng = np.random.default_rng(1)
    right = snippet.p_values(1_500, 150, 4, rng, by_user=True)
    assert right.shape == (1_500,)
    assert kstest(right, "uniform").pvalue > 0.01
    wrong = snippet.p_values(1_500, 150, 4, rng, by_user=False)
    # correlation within a user is 1/(1 + 1 + 4); design effect 1 + 3/6
    z = norm.isf(wrong / 2)
    np.testing.assert_allclose((z**2).mean(), 1 + 3 / 6, rtol=0.15)  # standard error of the mean: 0.055
    assert kstest(wrong, "uniform").pvalue < 1e-4


def test_chance_to_notice_by_counting(snippet):
    for tests, rate, alpha in ((50, 0.2, 0.01), (200, 0.08, 0.05), (1, 0.9, 0.01)):
        limit = next(k for k in range(tests + 1) if sum(binom.pmf(j, tests, 0.05) for j in range(k + 1)) >= 1 - alpha)
        expected = sum(binom.pmf(j, tests, rate) for j in range(limit + 1, tests + 1))
        np.testing.assert_allclose(snippet.chance_to_notice(tests, rate, alpha), expected, atol=1e-12)
        assert snippet.chance_to_notice(tests, 0.05, alpha) <= alpha
    assert snippet.chance_to_notice(70, 0.2) == snippet.chance_to_notice(70, 0.2, 0.01)


def test_printed_rate_is_that_of_the_design_effect(snippet):
    rate = 2 * norm.sf(1.96 / np.sqrt(1 + 4 / 6))
    assert abs(rate - 0.13) < 0.002
    shares = [float(line.split("p < 0.05 in ")[1][:4]) for line in snippet.printed.splitlines()[:2]]
    # standard error of a share of 2,000 tests: 0.005 and 0.0075
    assert abs(shares[0] - 0.05) < 0.02 and abs(shares[1] - rate) < 0.03


def test_the_picture_shows_both_distribution_functions(snippet):
    axes = snippet.figures[0].axes[0]
    right, wrong, line = axes.lines
    for curve, bound in ((right, 0.05), (wrong, None)):
        p, share = curve.get_xdata(), curve.get_ydata()
        assert len(p) == 2_000 and (np.diff(p) >= 0).all()
        np.testing.assert_allclose(share, np.arange(1, 2_001) / 2_000)
        assert curve.get_drawstyle() == "steps-post"
        if bound:
            assert abs(share - p).max() < bound  # the level of 1e-4 for Kolmogorov's distance is 0.05
    assert (wrong.get_ydata() - wrong.get_xdata()).max() > 0.06
    assert list(line.get_xdata()) == list(line.get_ydata()) == [0, 1]
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == ["errors by user", "errors by view", "uniform"]
