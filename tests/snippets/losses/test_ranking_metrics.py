import numpy as np
import pytest
from sklearn.metrics import average_precision_score, label_ranking_average_precision_score, top_k_accuracy_score


def lists():
    rng = np.random.default_rng(1)
    for n in (1, 2, 5, 9):
        for _ in range(6):
            relevant = rng.integers(0, 2, n)
            relevant[rng.integers(n)] = 1
            yield rng.normal(size=n), relevant


def test_average_precision_is_that_of_scikit_learn(snippet):
    for scores, relevant in lists():
        assert snippet.average_precision(scores, relevant) == pytest.approx(average_precision_score(relevant, scores))


def test_with_one_relevant_item_reciprocal_rank_is_scikit_learns_label_ranking_precision(snippet):
    rng = np.random.default_rng(2)
    for place in range(5):
        scores, relevant = rng.normal(size=5), np.eye(5, dtype=int)[place]
        expected = label_ranking_average_precision_score(relevant[None], scores[None])
        assert snippet.reciprocal_rank(scores, relevant) == pytest.approx(expected)
        for k in range(1, 5):
            hit = top_k_accuracy_score([place], scores[None], k=k, labels=range(5))
            assert snippet.hit(scores, relevant, k) == hit == snippet.recall(scores, relevant, k)


def test_against_sets(snippet):
    for scores, relevant in lists():
        ranked, wanted = list(np.argsort(-scores)), set(np.flatnonzero(relevant))
        assert snippet.reciprocal_rank(scores, relevant) == 1 / (1 + min(ranked.index(i) for i in wanted))
        for k in (1, 2, 3):
            found = wanted & set(ranked[:k])
            assert snippet.recall(scores, relevant, k) == pytest.approx(len(found) / len(wanted))
            assert snippet.hit(scores, relevant, k) == bool(found)


def test_nothing_to_find(snippet):
    scores, relevant = np.array([0.3, 0.1]), np.array([0, 0])
    assert snippet.reciprocal_rank(scores, relevant) == snippet.average_precision(scores, relevant) == 0
    assert snippet.hit(scores, relevant, 1) == 0


def test_ties_keep_the_given_order(snippet):
    np.testing.assert_array_equal(snippet.in_score_order(np.array([1.0] * 20 + [2.0]), np.arange(21)), [20, *range(20)])


def test_metrics_disagree_on_which_list_is_better(snippet):
    first, second, third = snippet.printed.splitlines()
    assert "RR 0.500" in first and "RR 1.000" in second  # better for the second list
    assert "recall@3 1.00" in first and "recall@3 0.50" in second  # better for the first
    assert "recall" not in third
