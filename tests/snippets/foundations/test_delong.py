import numpy as np
import pytest
from sklearn.metrics import roc_auc_score
from statsmodels.stats.nonparametric import rank_compare_2indep


def data(seed, positives=40, negatives=70):
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.repeat([1, 0], [positives, negatives]))
    shared = y + rng.standard_normal(len(y))
    scores = shared + rng.standard_normal((3, len(y))) * [[0.3], [1], [2]]
    return y, scores.round(1)  # with ties


def test_aucs_and_variances_are_those_of_the_libraries(snippet):
    y, scores = data(1)
    aucs, covariance = snippet.delong(y, scores)
    np.testing.assert_allclose(aucs, [roc_auc_score(y, score) for score in scores])
    for k, score in enumerate(scores):
        result = rank_compare_2indep(score[y == 1], score[y == 0])
        np.testing.assert_allclose(covariance[k, k], result.var_prob)


def test_the_covariance_is_the_bootstraps(snippet):
    y, scores = data(2, 100, 200)
    rng = np.random.default_rng(3)
    groups = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    resampled = []
    for _ in range(300):
        rows = np.concatenate([rng.choice(group, len(group)) for group in groups])
        resampled.append([snippet.placements(y[rows], score[rows])[0].mean() for score in scores])
    # 300 resamples: a variance is known to 8 %
    np.testing.assert_allclose(snippet.delong(y, scores)[1], np.cov(np.transpose(resampled)), rtol=0.35, atol=5e-5)


def test_the_difference_of_a_model_and_itself_has_no_variance(snippet):
    y, scores = data(4)
    _, covariance = snippet.delong(y, scores[[0, 0]])
    assert covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1] == pytest.approx(0, abs=1e-15)


def test_placements_are_shares_of_pairs_won(snippet):
    y, score = np.array([1, 1, 0, 0]), np.array([0.5, 0.9, 0.5, 0.2])
    of_positives, of_negatives = snippet.placements(y, score)
    assert of_positives.tolist() == [0.75, 1] and of_negatives.tolist() == [0.75, 1]


def test_pairing_makes_the_difference_clear(snippet):
    y, scores = snippet.y, snippet.scores
    assert np.bincount(y).tolist() == [140, 60]
    var = np.var(placement_gap(snippet, y, scores, 0), ddof=1) / 60
    var += np.var(placement_gap(snippet, y, scores, 1), ddof=1) / 140
    np.testing.assert_allclose(snippet.paired, np.sqrt(var))
    np.testing.assert_allclose(snippet.difference, roc_auc_score(y, scores[1]) - roc_auc_score(y, scores[0]))
    np.testing.assert_allclose(snippet.alone**2, np.diag(snippet.covariance))
    assert snippet.paired < 0.6 * np.hypot(*snippet.alone)
    # both models see the same signal, the second a little more of it
    assert np.corrcoef(scores)[0, 1] > 0.8


def placement_gap(snippet, y, scores, side):
    first, second = (snippet.placements(y, score)[side] for score in scores)
    return second - first
