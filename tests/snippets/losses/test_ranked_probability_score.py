import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import softmax


def test_it_sums_the_brier_scores_of_the_questions_above_or_not(snippet):
    rng = np.random.default_rng(1)
    for grade in range(5):
        p = rng.dirichlet(np.ones(5))
        brier = sum(((p[: k + 1].sum()) - float(grade <= k)) ** 2 for k in range(5))
        assert snippet.ranked_probability_score(p, grade) == pytest.approx(brier)
        assert snippet.cross_entropy(p, grade) == pytest.approx(-np.log(p[grade]))


def test_of_a_sure_forecast_it_is_the_distance(snippet):
    for guess in range(6):
        for grade in range(6):
            assert snippet.ranked_probability_score(np.eye(6)[guess], grade) == abs(guess - grade)


def test_it_is_proper(snippet):
    truth = np.array([0.1, 0.5, 0.15, 0.25])

    def risk(z):
        return sum(truth[g] * snippet.ranked_probability_score(softmax(z), g) for g in range(4))

    np.testing.assert_allclose(softmax(minimize(risk, np.zeros(4)).x), truth, atol=1e-3)


def test_only_the_score_tells_the_forecasts_apart(snippet):
    assert snippet.cross_entropy(snippet.near, 0) == snippet.cross_entropy(snippet.far, 0)
    near, far = (snippet.ranked_probability_score(p, 0) for p in (snippet.near, snippet.far))
    assert far == pytest.approx(4 * near)
