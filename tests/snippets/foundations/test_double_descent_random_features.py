import numpy as np
from sklearn.linear_model import Ridge


def test_the_smoother_is_ridge_regression_and_for_zero_the_least_norm(snippet):
    rng = np.random.default_rng(1)
    for width in (3, 8, 30):
        train, new, y = rng.standard_normal((8, width)), rng.standard_normal((5, width)), rng.standard_normal(8)
        free, *ridged = snippet.smoothers(train, new, (0, 0.3, 20))
        for matrix, ridge in zip(ridged, (0.3, 20), strict=True):
            model = Ridge(alpha=ridge, fit_intercept=False).fit(train, y)
            np.testing.assert_allclose(matrix @ y, model.predict(new), rtol=1e-8)
        np.testing.assert_allclose(free @ y, new @ np.linalg.lstsq(train, y)[0], rtol=1e-8)


def test_one_draw_is_what_least_squares_and_ridge_give(snippet):
    n, new, inputs, width, noise = 12, 9, 4, 20, 0.7
    result = snippet.one_draw(width, (0, 2), np.random.default_rng(3), n, new, inputs, noise)
    rng = np.random.default_rng(3)
    x = rng.standard_normal((n + new, inputs))
    directions = rng.standard_normal((inputs, width))
    hidden = np.clip(x @ directions, 0, None) / width**0.5
    signal = x.sum(axis=1) / inputs**0.5
    y = signal[:n] + noise * rng.standard_normal(n)
    weights = np.linalg.lstsq(hidden[:n], y)[0], Ridge(alpha=2, fit_intercept=False).fit(hidden[:n], y).coef_
    for error, w in zip(result[:2], weights, strict=True):
        np.testing.assert_allclose(error, np.mean((hidden[n:] @ w - signal[n:]) ** 2), rtol=1e-8)
    effective = n / new * np.sum((hidden[n:] @ np.linalg.pinv(hidden[:n])) ** 2)
    np.testing.assert_allclose(result[2], effective, rtol=1e-8)


def test_defaults(snippet):
    a = snippet.one_draw(7, (0, 1), np.random.default_rng(0))
    assert a == snippet.one_draw(7, (0, 1), np.random.default_rng(0), 40, 200, 10, 0.5)


def test_the_peak_is_at_the_interpolation_threshold_and_a_tuned_ridge_has_none(snippet):
    free, tuned, used, widths = snippet.least_norm, snippet.tuned, snippet.effective, snippet.widths
    assert widths[free.argmax()] == widths[used.argmax()] == 40
    first = free[widths < 40]
    assert first.argmin() not in (0, len(first) - 1)  # falls, rises to the peak, falls again
    assert (np.diff(free[widths >= 40]) < 0).all() and (np.diff(used[widths >= 40]) < 0).all()
    assert (np.diff(tuned) < 0).all() and (tuned <= free + 0.01).all()
    np.testing.assert_allclose(snippet.ridges[1:], np.geomspace(0.01, 10, 4))
    assert used[-1] < used[widths == 30]  # 300 features are used like fewer than 30


def test_picture(snippet):
    first, second = snippet.figures[0].axes[0].lines
    for line, expected in ((first, snippet.least_norm), (second, snippet.tuned)):
        np.testing.assert_array_equal(line.get_xdata(), [2, 5, 10, 20, 30, 40, 50, 60, 100, 300])
        np.testing.assert_array_equal(line.get_ydata(), expected)
