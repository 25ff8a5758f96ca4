import numpy as np
import pytest
from numpy.polynomial import Polynomial


@pytest.mark.parametrize(("degree", "n", "noise", "sets"), [(0, 5, 0.5, 7), (2, 9, 0.2, 6), (4, 12, 1.0, 3)])
def test_the_terms_are_those_of_separate_polynomial_fits(snippet, degree, n, noise, sets):
    rng = np.random.default_rng(5)
    x = rng.uniform(-1, 1, (sets, n))
    y = np.sin(3 * x) + noise * rng.standard_normal((sets, n))
    new = rng.uniform(-1, 1, 500)
    predictions = np.array([Polynomial.fit(*pair, degree)(new) for pair in zip(x, y, strict=True)])
    targets = np.sin(3 * new) + noise * rng.standard_normal(predictions.shape)
    expected = (
        np.mean((predictions.mean(axis=0) - np.sin(3 * new)) ** 2),
        np.mean(np.mean((predictions - predictions.mean(axis=0)) ** 2, axis=0)),
        np.mean((predictions - targets) ** 2),
    )
    np.testing.assert_allclose(snippet.decompose(degree, n, noise, np.random.default_rng(5), sets), expected, rtol=1e-8)


def test_a_constant_has_the_terms_that_theory_gives(snippet):
    # the mean of n labels: bias² is E f², as E f = 0; variance is (E f² + noise²) / n
    second_moment = 0.5 - np.sin(6) / 12
    bias2, variance, test_error = snippet.decompose(0, 10, 0.3, np.random.default_rng(1))
    np.testing.assert_allclose(bias2, second_moment, atol=0.06)  # 500 inputs, standard error 0.015
    np.testing.assert_allclose(variance, (second_moment + 0.09) / 10, rtol=0.12)  # 2000 sets: 3 %
    np.testing.assert_allclose(test_error, bias2 + variance + 0.09, atol=0.005)


def test_default_is_two_thousand_sets(snippet):
    assert snippet.decompose(1, 9, 0.3, np.random.default_rng(2)) == snippet.decompose(
        1, 9, 0.3, np.random.default_rng(2), 2000
    )


def test_bias_falls_variance_rises_and_the_sum_is_the_test_error(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert rows[:, 0].tolist() == [0, 1, 3, 5, 7]
    assert (np.diff(rows[:, 1]) <= 0).all()
    assert (np.diff(rows[2:, 2]) > 0).all()
    assert abs(rows[:, 4] - rows[:, 1:4].sum(axis=1)).max() < 0.0016  # rounding
    assert abs(rows[:, 4] - rows[:, 5]).max() < 0.0011
    assert rows[:, 5].argmin() == 2
