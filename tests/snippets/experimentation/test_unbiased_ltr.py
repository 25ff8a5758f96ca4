import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

EXAMINED = [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5]


def test_features_begin_with_a_constant(snippet):
    x = np.random.default_rng(1).random((4, 3, 2))
    got = snippet.features(x)
    assert got.shape == (4, 3, 3)
    np.testing.assert_array_equal(got[..., 0], 1)
    np.testing.assert_array_equal(got[..., 1:], x)


def test_the_highest_score_has_position_zero(snippet):
    np.testing.assert_array_equal(snippet.positions(np.array([[0.2, 0.9, 0.5], [3, -1, 2]])), [[2, 0, 1], [0, 2, 1]])


def test_clicks_per_query_discount_by_examination(snippet):
    score = np.array([[0.1, 0.5, 0.3, 0.9, 0.7], [5, 4, 3, 2, 1]])
    label = np.array([[1.0, 0, 0, 1, 0], [0, 0, 0.5, 0, 1]])
    by_hand = [1 * EXAMINED[4] + 1 * EXAMINED[0], 0.5 * EXAMINED[2] + EXAMINED[4]]
    assert snippet.clicks_per_query(score, label) == pytest.approx(np.mean(by_hand))


def test_fit_is_least_squares(snippet):
    rng = np.random.default_rng(2)
    x, label = rng.random((50, 4, 2)), rng.random((50, 4))
    oracle = LinearRegression().fit(x.reshape(-1, 2), label.ravel())
    np.testing.assert_allclose(snippet.fit(x, label), [oracle.intercept_, *oracle.coef_], atol=1e-10)


def test_weighted_clicks_recover_the_relevance_and_raw_ones_do_not(snippet):
    raw, weighted = snippet.rankers["learnt from raw clicks"], snippet.rankers["learnt from click/propensity"]
    # residual variance of click/propensity is at most 5; 100,000 documents, x1 with variance 1/12
    error = np.sqrt(5 / (100_000 / 12))
    assert np.abs(weighted[1:] - snippet.TRUE[1:]).max() < 5 * error
    assert raw[1] > 0.1 + 0.2 and raw[2] < 0.7 - 0.2
    assert snippet.examined[0][snippet.x[0, :, 0].argmax()] == 1
    np.testing.assert_allclose(snippet.EXAMINED, EXAMINED)
    np.testing.assert_allclose(snippet.TRUE, [0.1, 0.1, 0.7])


def test_weighted_evaluation_is_unbiased_and_raw_evaluation_prefers_the_old_ranker(snippet):
    figures = {}
    for line in snippet.printed.splitlines()[2:]:
        figures[line[:28].strip()] = [float(word) for word in line[28:].split()]
    for name, (_, _, _, weighted, true) in figures.items():
        # one query's weighted clicks have a spread below 2.5; 20,000 queries, and the printed rounding
        assert abs(weighted - true) < 5 * 2.5 / np.sqrt(20_000) + 0.01, name
    raw, true = (sorted(figures, key=lambda name: figures[name][i]) for i in (2, 4))
    assert raw[-1] == "old ranker, by x1" and true[0] == "old ranker, by x1"
    assert figures["best possible"][4] == max(row[4] for row in figures.values())
