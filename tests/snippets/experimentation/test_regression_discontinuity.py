import numpy as np
import pytest
from scipy.stats import norm


def test_intercept_is_that_of_a_fitted_line(snippet):
    rng = np.random.default_rng(1)
    x, y, keep = rng.normal(size=(3, 40)), rng.normal(size=(3, 40)), rng.random((3, 40)) < 0.6
    got = snippet.intercept(x, y, keep)
    for i in range(3):
        assert got[i] == pytest.approx(np.polyfit(x[i, keep[i]], y[i, keep[i]], 1)[1])


def test_jump_uses_the_rows_within_the_width_on_each_side(snippet):
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(2, 200)), rng.normal(size=(2, 200))
    x[:, 0] = 0.0  # the threshold itself is treated
    x[:, 1] = 0.7  # the end of the window is outside
    for width in (0.7, np.inf):
        got = snippet.jump(x, y, width)
        for i in range(2):
            above = (x[i] >= 0) & (x[i] < width)
            below = (x[i] < 0) & (x[i] > -width)
            expected = np.polyfit(x[i, above], y[i, above], 1)[1] - np.polyfit(x[i, below], y[i, below], 1)[1]
            assert got[i] == pytest.approx(expected)
    assert snippet.means(x, y) == pytest.approx(y[x >= 0].mean() - y[x < 0].mean())


def test_outcomes_have_the_stated_mean_and_the_steered_rows_move(snippet):
    x, y = snippet.simulate(np.random.default_rng(3), 50, False)
    assert x.shape == y.shape == (50, 4_000)
    taste = y - (x + x**3 + (x >= 0))
    n = taste.size
    assert abs(taste.mean()) < 5 / np.sqrt(n) and taste.std() == pytest.approx(1, rel=5 / np.sqrt(2 * n))
    assert abs(np.corrcoef(x.ravel(), taste.ravel())[0, 1]) < 5 / np.sqrt(n)
    moved, outcome = snippet.simulate(np.random.default_rng(3), 50, True)
    crossing = (x < 0) & (x > -0.2) & (taste > 0)
    np.testing.assert_array_equal(moved, np.where(crossing, -x, x))
    np.testing.assert_allclose(outcome, moved + moved**3 + (moved >= 0) + taste)


def test_only_the_keen_who_miss_narrowly_cross(snippet):
    draws = iter([np.array([[-0.2, -0.19, -0.1, -0.1, -0.05, 0.1]]), np.array([[1.0, 1.0, 0.0, 0.5, -1.0, 1.0]])])

    class Given:
        def normal(self, size):
            return next(draws)

    x, _ = snippet.simulate(Given(), 1, True)
    np.testing.assert_allclose(x, [[-0.2, 0.19, -0.1, 0.1, -0.05, 0.1]])


def test_printed_estimates(snippet):
    honest, steered = ([float(w) for w in line.split()[1:]] for line in snippet.printed.splitlines()[2:])
    # E[x + x³ | x >= 0] = 3 sqrt(2 / pi), on both sides; 800,000 rows, spread below 5
    assert honest[0] == pytest.approx(1 + 6 * np.sqrt(2 / np.pi), abs=5 * 2 * 5 / np.sqrt(800_000) + 0.005)
    # the best line for x + x³ above 0, weighted by the normal density; below 0 it is mirrored
    for column, width in ((1, 8.0), (2, 0.5)):
        grid = np.linspace(0, width, 20_001)
        line = np.polyfit(grid, grid + grid**3, 1, w=np.sqrt(norm.pdf(grid)))
        # 200 data sets; one estimate spreads by less than 0.2
        assert honest[column] == pytest.approx(1 + 2 * line[1], abs=5 * 0.2 / np.sqrt(200) + 0.005)
    assert honest[3] == pytest.approx(1, abs=0.02)  # 60,000 rows on either side
    below = norm.cdf(0) - norm.cdf(-0.2)
    assert steered[3] == pytest.approx((below + below / 2) / (below / 2), abs=0.06)
    assert steered[2] > 1.5
    assert snippet.x.shape == (200, 4_000)
