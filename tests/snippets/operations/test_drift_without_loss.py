import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import norm


def test_world_is_logistic_in_shifted_normal_inputs(snippet):
    weights, rng = np.array([1.5, -0.5]), np.random.default_rng(1)
    x, y = map(np.concatenate, zip(*[snippet.world(rng, 0.7, weights) for _ in range(60)], strict=True))
    np.testing.assert_allclose(x.mean(0), [0.7, 0], atol=0.025)  # four standard errors
    np.testing.assert_allclose(x.std(0), 1, atol=0.02)
    p = expit(x @ weights)
    z = (x.T @ (y - p)) / np.sqrt((x**2).T @ (p * (1 - p)))  # the score has mean 0 at the true weights
    assert np.abs(z).max() < 4
    assert x.shape == (60 * snippet.ROWS, 2)


def test_default_world_is_the_model_s(snippet):
    x, y = map(np.concatenate, zip(*[snippet.world(np.random.default_rng(s)) for s in range(40)], strict=True))
    residual = snippet.residuals(x, y)
    np.testing.assert_allclose(residual, y - 1 / (1 + np.exp(-2 * x[:, 0] - x[:, 1])))
    assert abs(residual.mean()) < 4 * 0.5 / np.sqrt(residual.size)
    np.testing.assert_allclose(x.mean(0), 0, atol=0.03)


def test_errors_counts_the_wrong_side(snippet):
    x = np.array([[1.0, 0.0], [-1.0, 0.5], [0.0, -1.0], [1.0, -3.0]])  # scores 2, -1.5, -1, -1
    assert snippet.errors(x, np.array([True, False, False, True])) == 0.25
    assert snippet.errors(x, np.array([False, False, False, False])) == 0.25


def test_mmd_p_value_is_uniform_without_a_shift_and_small_with_one(snippet):
    rng = np.random.default_rng(2)
    p = [snippet.mmd_p(*rng.normal(size=(2, 25, 2)), rng) for _ in range(150)]
    assert np.mean(p) == pytest.approx(0.505, abs=4 * 0.29 / np.sqrt(150))
    assert min(p) >= 0.01 and np.allclose(np.multiply(p, 100), np.rint(np.multiply(p, 100)))
    assert snippet.mmd_p(rng.normal(size=(40, 2)), rng.normal(size=(40, 2)) * 3, rng) == 0.01
    assert snippet.mmd_p(rng.normal(size=(40, 2)), rng.normal(size=(40, 2)) * 3, rng, shuffles=49) == 0.02


def test_mmd_does_not_depend_on_the_unit(snippet):
    a, b = np.random.default_rng(3).normal(size=(2, 40, 2))
    p = [snippet.mmd_p(c * a, c * (b + 0.4), np.random.default_rng(4)) for c in (1, 1000)]
    assert p[0] == p[1]


def test_conclusions(snippet):
    rows = [row[20:].split() for row in snippet.printed.splitlines()[2:]]
    nothing, easier, flip = [[float(v) for v in row] for row in rows]
    assert min(nothing[:3]) > 0.1
    assert max(easier[:3]) <= 0.01 and easier[3] < nothing[3] - 0.03  # drift in the inputs, fewer errors
    assert min(flip[:2]) > 0.1 and flip[2] <= 0.01 and flip[3] > nothing[3] + 0.1


def test_flip_leaves_the_inputs_and_costs_what_theory_says(snippet):
    rng = np.random.default_rng(5)
    x, y = map(np.concatenate, zip(*[snippet.world(rng, 0, snippet.weights) for _ in range(60)], strict=True))
    z = rng.normal(size=(200_000, 2))
    p, says = expit(z @ [2, -1]), z @ [2, 1] > 0
    assert snippet.errors(x, y) == pytest.approx(np.where(says, 1 - p, p).mean(), abs=0.012)
    assert np.mean(x[:, 1] < 1) == pytest.approx(norm.cdf(1), abs=0.01)
