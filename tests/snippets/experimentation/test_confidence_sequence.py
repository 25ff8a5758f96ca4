import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm


def test_the_radius_is_where_the_mixture_ratio_reaches_one_over_alpha(snippet):
    for variance in (0.3, 0.02, 1 / 3000):

        def log_ratio(estimate, variance=variance):
            wide = norm.logpdf(estimate, 0, np.sqrt(variance + snippet.TAU**2))
            return wide - norm.logpdf(estimate, 0, np.sqrt(variance)) - np.log(20)

        np.testing.assert_allclose(snippet.radius(variance), brentq(log_ratio, 0, 30))


def test_running_moments(snippet):
    x = np.random.default_rng(4).exponential(size=(2, snippet.N))
    mean, variance = snippet.running(x)
    for n in (2, 10, 3000):
        np.testing.assert_allclose(mean[:, n - 1], x[:, :n].mean(axis=1))
        np.testing.assert_allclose(variance[:, n - 1], x[:, :n].var(axis=1), rtol=1e-9)


def test_counts_a_miss_from_the_start_on(snippet):
    mean = np.array([[3.0, 1.0, 1.0], [1.0, 1.0, -0.5], [1.0, 1.4, 1.0], [1, 1, 1]])
    assert snippet.ever_misses(mean, np.full(3, 0.5), 1) == 0.5
    assert snippet.ever_misses(mean, np.full(2, 0.5), 2) == 0.25
    assert snippet.ever_misses(mean, np.full(2, 0.3), 2) == 0.5
    assert snippet.ever_misses(mean, np.full(2, 1.5), 2) == 0  # the ends belong to the interval


def test_the_sequence_covers_and_the_usual_interval_does_not(snippet):
    # Ville: at most 0.05; 1,000 fresh paths miss about 0.025, standard error 0.005
    x = np.random.default_rng(9).normal(1, 1, (1_000, 3_000))
    mean = np.cumsum(x, axis=1) / snippet.n
    assert snippet.ever_misses(mean, snippet.radius(1 / snippet.n), 1) < 0.05
    assert snippet.ever_misses(mean, 1.96 / np.sqrt(snippet.n), 1) > 0.45
    assert "exponential start  10: usual 50 %, sequence 3 %, variance estimated 13 %" in snippet.printed
    for name, x in (("normal", snippet.normal), ("exponential", snippet.skewed)):
        np.testing.assert_allclose((x.mean(), x.std()), 1, atol=0.01, err_msg=name)  # 3 million draws
        assert x.shape == (1_000, 3_000)


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    n, ys = np.arange(10, 3_001), [line.get_ydata() for line in axes.lines]
    mean = (np.cumsum(snippet.normal[0]) / np.arange(1, 3_001))[9:]
    for line in axes.lines[:5]:
        np.testing.assert_allclose(line.get_xdata(), n)
    np.testing.assert_allclose(ys[0], mean)
    for k, width in ((1, 1.96 / np.sqrt(n)), (3, snippet.radius(1 / n))):
        np.testing.assert_allclose(ys[k], mean + width)
        np.testing.assert_allclose(ys[k + 1], mean - width)
    np.testing.assert_allclose(ys[5], 1)
    assert axes.get_xscale() == "log" and len(axes.get_legend().get_texts()) == 4
