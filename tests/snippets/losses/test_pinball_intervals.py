import numpy as np
import sklearn.metrics
from scipy import optimize, stats


def test_the_fit_minimises_the_pinball_loss(snippet):
    # the same linear programme written out: y = X w + u - v with u, v >= 0, minimise tau u + (1 - tau) v
    x, y = snippet.sample(60, np.random.default_rng(4))
    n = len(x)
    for tau in (0.2, 0.9):
        model = snippet.fit_quantile(x, y, tau)
        cost = np.r_[0, 0, np.full(n, tau), np.full(n, 1 - tau)] / n
        equal = np.c_[np.ones(n), x, np.eye(n), -np.eye(n)]
        best = optimize.linprog(cost, A_eq=equal, b_eq=y, bounds=[(None, None)] * 2 + [(0, None)] * 2 * n)
        found = sklearn.metrics.mean_pinball_loss(y, model.predict(x[:, None]), alpha=tau)
        np.testing.assert_allclose(found, best.fun, rtol=1e-6)


def test_the_data_have_the_announced_quantiles(snippet):
    x, y = snippet.sample(50_000, np.random.default_rng(8))
    z = (y - 2 - x) / (0.3 + 0.3 * x)
    assert stats.kstest(z, "norm").pvalue > 0.01 and 0 <= x.min() < 0.01 and 9.99 < x.max() <= 10


def test_coverage_counts_both_ends(snippet):
    y = np.array([0.0, 1.0, 2.0, 3.0])
    assert snippet.coverage(y, np.array([0.0, 2.0, 0.0, 0.0]), np.array([1.0, 3.0, 2.0, 2.0])) == 0.5


def test_share_of_training_targets_below_each_line_is_tau(snippet):
    for tau, model in snippet.models.items():
        below = np.mean(snippet.y <= model.predict(snippet.x[:, None]))
        assert abs(below - tau) <= 2 / 400 + 1e-9  # a line with 2 coefficients passes through 2 points


def test_the_constant_band_is_five_to_ninety_five_percent_of_a_gaussian(snippet):
    assert len(snippet.line) == 2
    residual = snippet.y - np.polyval(snippet.line, snippet.x)
    np.testing.assert_allclose(snippet.half_width, stats.norm.ppf(0.95) * residual.std(), rtol=1e-3)
    lower, upper = snippet.bands["constant"]
    np.testing.assert_allclose(upper - lower, 2 * snippet.half_width)
    np.testing.assert_allclose((upper + lower) / 2, np.polyval(snippet.line, snippet.x_new))


def test_only_the_quantile_lines_cover_everywhere(snippet):
    table = {
        line.split()[0]: [float(cell.strip("%")) for cell in line.split()[1:]]
        for line in snippet.printed.splitlines()[2:4]
    }
    assert all(abs(share - 90) <= 3 for share in table["pinball"])
    overall, left, right = table["constant"]
    assert abs(overall - 90) <= 3 and left > 98 and right < 80


def test_the_lines_cross_where_announced(snippet):
    low, high = (snippet.models[tau].predict([[snippet.crossing]])[0] for tau in (0.05, 0.95))
    np.testing.assert_allclose(low, high)
    assert snippet.crossing < 0


def test_the_picture_shows_data_and_three_ordered_lines(snippet):
    dots, low, middle, high = snippet.figures[-1].axes[0].lines
    np.testing.assert_array_equal(dots.get_xydata(), np.c_[snippet.x, snippet.y])
    assert (low.get_ydata() < middle.get_ydata()).all() and (middle.get_ydata() < high.get_ydata()).all()
    np.testing.assert_allclose(low.get_xdata(), np.arange(50) * 10 / 49)
    np.testing.assert_allclose(high.get_ydata(), snippet.models[0.95].predict(high.get_xdata()[:, None]))
