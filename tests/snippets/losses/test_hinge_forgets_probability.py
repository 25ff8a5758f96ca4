import numpy as np
import pytest
from scipy.optimize import minimize_scalar


@pytest.mark.parametrize("probability", [0.05, 0.3, 0.49, 0.51, 0.8, 0.99])
def test_hinge_keeps_the_sign_and_logistic_the_log_odds(snippet, probability):
    scores = np.linspace(-6, 6, 2401)
    assert snippet.best_score(snippet.hinge, probability, scores) == pytest.approx(np.sign(probability - 0.5))
    log_odds = np.log(probability / (1 - probability))
    assert snippet.best_score(snippet.logistic, probability, scores) == pytest.approx(log_odds, abs=0.0026)


def test_the_grid_finds_what_an_optimiser_finds(snippet):
    def risk(score):
        return 0.7 * np.log1p(np.exp(-score)) + 0.3 * np.log1p(np.exp(score))

    found = minimize_scalar(risk, bounds=(-4, 4), method="bounded").x
    assert snippet.best_score(snippet.logistic, 0.7, snippet.scores) == pytest.approx(found, abs=0.006)
    np.testing.assert_allclose(snippet.scores[[0, -1]], (-5, 5))


def test_the_losses(snippet):
    m = np.array([-40.0, -1.0, 0.0, 0.5, 1.0, 40.0])
    np.testing.assert_allclose(snippet.hinge(m), [41, 2, 1, 0.5, 0, 0])
    np.testing.assert_allclose(snippet.logistic(m), np.log1p(np.exp(-m)))
