import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from sklearn.neighbors import KNeighborsClassifier


@given(st.integers(0, 50), st.integers(1, 12), st.integers(1, 9))
def test_same_predictions_as_scikit_learn_in_blocks_of_any_size(snippet, seed, k, block):
    rng = np.random.default_rng(seed)
    X, y, queries = rng.normal(size=(12, 3)) + 5, rng.integers(4, size=12), rng.normal(size=(7, 3)) + 5
    expected = KNeighborsClassifier(k, algorithm="brute").fit(X, y).predict(queries)
    np.testing.assert_array_equal(snippet.knn_predict(X, y, queries, k, block), expected)
    np.testing.assert_array_equal(snippet.knn_predict(X, y, queries, k), expected)


def test_distances(snippet):
    rng = np.random.default_rng(0)
    A, B = rng.normal(size=(5, 4)), rng.normal(size=(6, 4))
    np.testing.assert_allclose(snippet.squared_distances(A, B), cdist(A, B, "sqeuclidean"))
    assert np.all(snippet.squared_distances(A + 1e8, A + 1e8) >= 0)


def test_points_far_from_the_origin(snippet):
    rng = np.random.default_rng(1)
    X, y = rng.normal(size=(50, 3)), np.arange(50)
    np.testing.assert_array_equal(snippet.knn_predict(X + 1e8, y, X + 1e8 + 1e-3, 1), y)


def test_ties_go_to_the_smallest_label_and_no_queries_give_no_labels(snippet):
    X = np.array([[0.0], [1], [2], [9]])
    assert snippet.knn_predict(X, np.array([2, 1, 1, 2]), np.array([[0.4]]), 4).tolist() == [1]
    assert snippet.knn_predict(X, np.array([0, 1, 1, 2]), np.empty((0, 1)), 1).shape == (0,)


@pytest.mark.parametrize("k", [0, 3])
def test_k_out_of_range(snippet, k):
    with pytest.raises(ValueError, match="between 1 and 2"):
        snippet.knn_predict(np.eye(2), np.array([0, 1]), np.eye(2), k)


def test_all_neighbours_predict_the_largest_class(snippet):
    largest = np.bincount(snippet.y[:200]).argmax()
    assert f"k = 200: {np.sum(snippet.y[200:] == largest)} of 100 right" in snippet.printed


def test_many_points(snippet):
    rng = np.random.default_rng(2)
    X, y, queries = rng.normal(size=(2000, 2)), rng.integers(30, size=2000), rng.normal(size=(300, 2))
    for k in (1, 2, 40):
        expected = KNeighborsClassifier(k).fit(X, y).predict(queries)
        np.testing.assert_array_equal(snippet.knn_predict(X, y, queries, k), expected)
