import numpy as np
import pytest
from scipy.integrate import quad

TARGETS = (
    lambda x: 1 / (1 + np.exp(-1.5 * x)),
    lambda x: 1.0 + 0 * x,
    lambda x: 1 / (1 + np.exp(x)),
)


def moment(target, power):
    """E[w ** power] over x uniform on [-3, 3] and the action drawn by the logging policy."""

    def inner(x):
        mu, pi = 1 / (1 + np.exp(-x)), target(x)
        return mu * (pi / mu) ** power + (1 - mu) * ((1 - pi) / (1 - mu)) ** power

    return quad(inner, -3, 3)[0] / 6


def test_weights_are_ratios_of_the_taken_action(snippet):
    target, logging = np.array([0.9, 0.9, 0.25]), np.array([0.3, 0.3, 0.5])
    got = snippet.importance_weights(target, logging, np.array([True, False, False]))
    np.testing.assert_allclose(got, [0.9 / 0.3, 0.1 / 0.7, 0.75 / 0.5])


def test_effective_rows_are_n_over_one_plus_the_squared_variation(snippet):
    weights = np.array([0.2, 1.7, 3.0, 0.6])
    variation = weights.std() / weights.mean()
    assert snippet.effective_sample_size(weights) == pytest.approx(4 / (1 + variation**2))
    assert snippet.effective_sample_size(7 * weights) == pytest.approx(4 / (1 + variation**2))
    assert snippet.effective_sample_size(np.array([0.0, 5.0, 0.0])) == pytest.approx(1)
    assert snippet.effective_sample_size(np.full(9, 2.0)) == pytest.approx(9)


def test_printed_rows_agree_with_the_integral(snippet):
    lines = snippet.printed.splitlines()[1:]
    for line, target in zip(lines, TARGETS, strict=True):
        mean, largest, rows = (float(word) for word in line.split()[-3:])
        second, fourth = moment(target, 2), moment(target, 4)
        # five standard errors of a mean over 10,000 rows, and the printed rounding
        assert abs(mean - 1) < 5 * np.sqrt((second - 1) / 10_000) + 0.005
        relative = 5 * np.sqrt(fourth / second**2 - 1) / 100 + 2 * 5 * np.sqrt(second - 1) / 100
        assert abs(rows / (10_000 / second) - 1) < relative
        assert largest <= 1 + np.exp(3) + 0.1


def test_picture_shows_the_policies(snippet):
    lines = snippet.figures[0].axes[0].lines
    x = lines[0].get_xdata()
    assert len(x) == 10_000 and (np.diff(x) >= 0).all()
    assert -3 <= x[0] < -2.98 and 2.98 < x[-1] <= 3
    np.testing.assert_allclose(lines[0].get_ydata(), 1 / (1 + np.exp(-x)))
    for line, target in zip(lines[1:], TARGETS, strict=True):
        np.testing.assert_allclose(line.get_ydata(), target(x))
