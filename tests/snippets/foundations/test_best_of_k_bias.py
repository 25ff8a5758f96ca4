import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm


@pytest.mark.parametrize(("k", "n", "accuracy"), [(1, 30, 0.7), (5, 30, 0.7), (40, 200, 0.9), (3, 1, 0.5)])
def test_the_optimism_is_what_simulation_gives(snippet, k, n, accuracy):
    draws = np.random.default_rng(1).binomial(n, accuracy, (40_000, k)).max(axis=1) / n
    error = 5 * draws.std() / 200 + 1e-12  # five standard errors
    assert abs(snippet.optimism(k, n, accuracy) - (draws.mean() - accuracy)) < error


def test_the_optimism_approaches_that_of_normal_scores(snippet):
    n, k = 200_000, 20
    expected = quad(lambda z: z * k * norm.pdf(z) * norm.cdf(z) ** (k - 1), -8, 8)[0]  # mean of the largest of k
    np.testing.assert_allclose(snippet.optimism(k, n, 0.6) / np.sqrt(0.24 / n), expected, rtol=0.01)


def test_the_bound_is_a_bound_and_no_estimate(snippet):
    for n in (20, 500):
        for k in (2, 10, 100):
            np.testing.assert_allclose(snippet.bound(k, n, 0.8), np.sqrt(0.8 * 0.2 * 2 * np.log(k) / n))
            assert snippet.optimism(k, n, 0.8) < snippet.bound(k, n, 0.8)
    assert snippet.bound(1, 500, 0.7) == 0 and abs(snippet.optimism(1, 500, 0.7)) < 1e-12


def test_ten_times_the_examples_divide_it_by_the_root_of_ten(snippet):
    ratio = snippet.optimism(100, 500, 0.7) / snippet.optimism(100, 5000, 0.7)
    np.testing.assert_allclose(ratio, np.sqrt(10), rtol=0.03)


def test_the_winner_falls_back_on_fresh_data(snippet):
    scores = snippet.scores
    assert scores.shape == (2, 100) and scores[0].max() == scores[0, snippet.winner]
    assert abs(scores.mean() - 0.7) < 0.01  # standard error 0.0014
    assert scores[1, snippet.winner] < 0.73 < scores[0, snippet.winner]
