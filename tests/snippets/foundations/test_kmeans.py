from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.cluster import KMeans


def blobs(seed, n=60, k=4):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, 3)) + 3 * rng.normal(size=(k, 3))[rng.integers(k, size=n)], rng


@given(st.integers(0, 30))
def test_same_start_same_result_as_scikit_learn(snippet, seed):
    X, rng = blobs(seed)
    start = X[rng.choice(len(X), 4, replace=False)]
    centres, labels, inertia = snippet.kmeans(X, start)
    oracle = KMeans(4, init=start, n_init=1, tol=0).fit(X)
    np.testing.assert_allclose(inertia, oracle.inertia_)
    np.testing.assert_allclose(centres, oracle.cluster_centers_)
    np.testing.assert_array_equal(labels, oracle.labels_)


@given(st.integers(0, 30))
def test_inertia_never_rises_even_where_clusters_start_empty(snippet, seed):
    X, rng = blobs(seed, n=20)
    start = np.vstack([X[:2], 100 + rng.normal(size=(3, 3))])  # three centres far from all points
    inertias = [snippet.kmeans(X, start, iterations)[2] for iterations in range(8)]
    assert all(b <= a + 1e-9 for a, b in pairwise(inertias))
    centres, labels, inertia = snippet.kmeans(X, start)
    assert set(labels) == set(range(5))
    np.testing.assert_allclose(inertia, ((X - centres[labels]) ** 2).sum())


def test_empty_clusters_move_to_the_farthest_points(snippet):
    X = np.array([[0.0], [1], [9], [20]])
    centres, _, _ = snippet.kmeans(X, np.array([[0.0], [99], [98]]), iterations=1)
    np.testing.assert_allclose(centres, [[7.5], [20], [9]])


def test_iterations_are_counted_and_stop_at_a_fixed_point(snippet):
    X, _ = blobs(1)
    start = X[:4]
    np.testing.assert_array_equal(snippet.kmeans(X, start, iterations=0)[0], start)
    long = snippet.kmeans(X, start)[0]
    np.testing.assert_array_equal(long, snippet.kmeans(X, start, iterations=10_000)[0])
    np.testing.assert_array_equal(long, snippet.kmeans(X, long, iterations=1)[0])


def test_plus_plus_draws_by_squared_distance(snippet):
    X = np.array([[0.0], [0], [1], [3]])
    starts = np.array([snippet.plus_plus(X, 2, np.random.default_rng(seed)).ravel() for seed in range(2000)])
    from_zero = starts[starts[:, 0] == 0, 1]  # weights 1 and 9
    assert abs(len(from_zero) / 2000 - 0.5) < 0.05  # standard error 0.011
    assert set(from_zero) == {1, 3} and abs(np.mean(from_zero == 3) - 0.9) < 0.04  # standard error 0.01
    assert {tuple(sorted(s)) for s in starts} == {(0, 1), (0, 3), (1, 3)}


def test_as_many_centres_as_distinct_points_and_no_more(snippet):
    X = np.array([[0.0, 1], [0, 1], [2, 2]])
    centres = snippet.plus_plus(X, 2, np.random.default_rng(0))
    assert snippet.kmeans(X, centres)[2] == 0
    with pytest.raises(ValueError, match="fewer than 3 distinct points"):
        snippet.plus_plus(X, 3, np.random.default_rng(0))


def test_the_corners_have_a_local_minimum_a_hundred_times_worse(snippet):
    inertias = [snippet.kmeans(snippet.corners, start)[2] for start in snippet.starts.values()]
    assert inertias == [100, 1, 1]
    wide = np.array([[0.0, 0], [0, 1], [30, 0], [30, 1]])
    assert snippet.kmeans(wide, np.array([[15.0, 0], [15, 1]]))[2] == 900
