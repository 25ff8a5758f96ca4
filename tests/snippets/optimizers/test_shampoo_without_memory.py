import numpy as np
from scipy.linalg import fractional_matrix_power, polar

GRADIENT = np.random.default_rng(11).normal(size=(4, 4)) * [1, 2, 3, 4]


def test_power_is_the_matrix_power(snippet):
    a = GRADIENT @ GRADIENT.T
    for exponent in (-0.25, 0.5, 2):
        np.testing.assert_allclose(snippet.power(a, exponent), fractional_matrix_power(a, exponent), atol=1e-9)


def test_both_are_the_polar_factor(snippet):
    expected = polar(GRADIENT)[0]
    np.testing.assert_allclose(snippet.shampoo(GRADIENT), expected, atol=1e-10)
    np.testing.assert_allclose(snippet.soap(GRADIENT), expected, atol=1e-4)  # Adam's eps
    assert np.abs(np.sign(GRADIENT) - expected).max() > 0.1


def test_soaps_eps_is_adams(snippet):
    g = np.array([[1e-8]])
    np.testing.assert_allclose(snippet.soap(g), [[0.5]])
    np.testing.assert_allclose(snippet.soap(g, eps=0), [[1.0]])
    np.testing.assert_allclose(snippet.soap(-g, eps=3e-8), [[-0.25]])


def test_rotating_the_weights_rotates_their_steps_but_not_adams(snippet):
    q = np.linalg.qr(np.random.default_rng(2).normal(size=(4, 4)))[0]
    for step in (snippet.shampoo, snippet.soap):
        np.testing.assert_allclose(step(q @ GRADIENT), q @ step(GRADIENT), atol=1e-4)
    assert np.abs(np.sign(q @ GRADIENT) - q @ np.sign(GRADIENT)).max() > 0.1


def test_the_printed_gradient(snippet):
    np.testing.assert_allclose(snippet.s, np.sqrt(np.linalg.eigvalsh(snippet.gradient.T @ snippet.gradient))[::-1])
    np.testing.assert_allclose(snippet.gradient[:, 4] / 10, np.random.default_rng(0).normal(size=(5, 5))[:, 4])
