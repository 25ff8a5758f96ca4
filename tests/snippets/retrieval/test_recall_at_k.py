import numpy as np
import pytest
from faiss.contrib.evaluation import knn_intersection_measure


def test_k_recall_is_the_intersection_measure_of_faiss(snippet):
    rng = np.random.default_rng(1)
    found = np.array([rng.permutation(20)[:6] for _ in range(30)])
    truth = np.array([rng.permutation(20)[:6] for _ in range(30)])
    assert abs(snippet.k_recall_at_k(found, truth) - knn_intersection_measure(found, truth)) < 1e-12


def test_one_recall_asks_for_the_nearest_alone(snippet):
    truth = np.array([[3, 9], [4, 9], [5, 9], [6, 7]])
    found = np.array([[9, 3], [4, 8], [9, 8], [7, 8]])
    assert snippet.one_recall_at_r(found, truth) == 0.5
    assert snippet.one_recall_at_r(truth, truth) == 1
    assert snippet.k_recall_at_k(truth, truth) == 1


def test_neither_metric_bounds_the_other(snippet):
    both = [
        (snippet.k_recall_at_k(found, snippet.truth), snippet.one_recall_at_r(found, snippet.truth))
        for found in (snippet.keeps_the_first, snippet.misses_the_first)
    ]
    assert both[0][0] < both[0][1] and both[1][0] > both[1][1]


def test_by_distance_an_equally_near_neighbour_counts(snippet):
    true_distances = np.array([[0.0, 1.0, 2.0], [1.0, 1.0, 1.0]])
    found = np.array([[0.0, 2.0, 2.0 * (1 + 5e-7)], [1.0, 1.0, 1.1]])
    assert abs(snippet.recall_by_distance(found, true_distances) - 5 / 6) < 1e-12
    assert abs(snippet.recall_by_distance(found, true_distances, tolerance=0) - 4 / 6) < 1e-12
    assert abs(snippet.recall_by_distance(found, true_distances, tolerance=0.2) - 1) < 1e-12
    slightly_off = np.array([[0.0, 1.0, 2.00001], [1.0, 1.0, 1.0]])
    assert abs(snippet.recall_by_distance(slightly_off, true_distances) - 5 / 6) < 1e-12


def test_of_the_four_found_two_are_the_true_ones_and_a_third_is_as_near(snippet):
    assert snippet.positions.tolist() == [i // 3 for i in range(18)]
    nearest = np.argsort(snippet.positions, kind="stable")[:4]
    assert nearest.tolist() == snippet.exact[0].tolist()
    assert snippet.positions[snippet.found[0]].tolist() == [0, 0, 1, 2]
    assert "by id:       0.50" in snippet.printed and "by distance: 0.75" in snippet.printed


def test_what_was_not_found_is_marked_by_no_id(snippet):
    assert (snippet.keeps_the_first == -1).sum() == 20 and (snippet.misses_the_first == -1).sum() == 5


def test_unequal_numbers_of_queries_are_refused(snippet):
    with pytest.raises(ValueError):
        snippet.k_recall_at_k(np.zeros((2, 3)), np.zeros((3, 3)))
