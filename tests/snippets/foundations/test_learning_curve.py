import numpy as np
import pytest


@pytest.mark.parametrize(("n", "used", "features"), [(40, 3, 6), (40, 6, 6), (100, 20, 20), (30, 1, 2)])
def test_the_errors_are_those_that_theory_gives(snippet, n, used, features):
    # columns left out act as noise: each adds 0.5² to the variance 1
    noise = 1 + 0.25 * (features - used)
    train, test = snippet.errors(n, used, np.random.default_rng(1), features, repeats=1000)
    np.testing.assert_allclose(train, noise * (1 - used / n), rtol=0.04)  # 1000 repeats: about 0.7 %
    np.testing.assert_allclose(test, noise * (1 + used / (n - used - 1)), rtol=0.04)


def test_one_repeat_is_one_least_squares_fit(snippet):
    rng = np.random.default_rng(2)
    x = rng.standard_normal((12, 5))
    y = x.sum(axis=1) / 2 + rng.standard_normal(12)
    w = np.linalg.lstsq(x[:6, :3], y[:6])[0]
    expected = [np.mean((y[rows] - x[rows, :3] @ w) ** 2) for rows in (slice(6), slice(6, 12))]
    np.testing.assert_allclose(snippet.errors(6, 3, np.random.default_rng(2), 5, 1), expected)


def test_defaults(snippet):
    rng = np.random.default_rng
    assert snippet.errors(25, 2, rng(0)) == snippet.errors(25, 2, rng(0), 20, 200)


def test_more_data_closes_one_gap_low_and_the_other_high(snippet):
    rigid, flexible = snippet.rigid, snippet.flexible
    for curve in (rigid, flexible):
        assert (np.diff(curve[:, 0]) > 0).all() and (np.diff(curve[:, 1]) < 0).all()
        assert (curve[:, 1] > curve[:, 0]).all()
    assert 4.8 < rigid[-1, 0] < rigid[-1, 1] < 5.3 and 0.8 < flexible[-1, 0] < flexible[-1, 1] < 1.2
    assert rigid[0, 1] < flexible[0, 1]  # at 25 examples the rigid model is the better one


def test_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    curves = snippet.rigid[:, 1], snippet.rigid[:, 0], snippet.flexible[:, 1], snippet.flexible[:, 0]
    for line, curve in zip(lines, curves, strict=True):
        np.testing.assert_array_equal(line.get_xdata(), [25, 30, 50, 100, 200])
        np.testing.assert_array_equal(line.get_ydata(), curve)
    colours = [line.get_color() for line in lines]
    assert colours[0] == colours[1] != colours[2] == colours[3]
    assert [line.get_linestyle() for line in lines] == ["-", "--", "-", "--"]
