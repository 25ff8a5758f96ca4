from itertools import combinations

import numpy as np
from scipy.optimize import linprog


def can_be_on_top(pair, docs):  # is there a query that scores both above all others by 1?
    rest = [i for i in range(len(docs)) if i not in pair]
    rows = [docs[j] - docs[i] for i in pair for j in rest]
    result = linprog(np.zeros(docs.shape[1]), A_ub=rows, b_ub=-np.ones(len(rows)), bounds=(None, None))
    return result.status == 0


def test_edges_of_the_hull_are_the_pairs_that_linear_programming_can_put_on_top(snippet):
    sphere = np.random.default_rng(1).normal(size=(9, 3))
    sphere /= np.linalg.norm(sphere, axis=1, keepdims=True)
    for docs in (snippet.curve(8, 2), sphere, snippet.curve(8, 4)):
        expected = {pair for pair in combinations(range(len(docs)), 2) if can_be_on_top(pair, docs)}
        assert snippet.top_pairs(docs) == expected


def test_counts_are_n_then_3n_minus_6_then_all(snippet):
    for n in (7, 12):
        sphere = np.random.default_rng(n).normal(size=(n, 3))
        sphere /= np.linalg.norm(sphere, axis=1, keepdims=True)
        counts = [len(snippet.top_pairs(docs)) for docs in (snippet.curve(n, 2), sphere, snippet.curve(n, 4))]
        assert counts == [n, 3 * n - 6, n * (n - 1) // 2]  # Euler's formula in three dimensions


def test_curve_is_on_the_unit_sphere_and_evenly_spaced(snippet):
    for d in (2, 4, 6):
        docs = snippet.curve(11, d)
        assert docs.shape == (11, d)
        np.testing.assert_allclose(np.linalg.norm(docs, axis=1), 1)
        np.testing.assert_allclose(docs @ docs[0], np.roll(docs @ docs[1], -1), atol=1e-12)
    np.testing.assert_allclose(snippet.curve(4, 2), [[1, 0], [0, 1], [-1, 0], [0, -1]], atol=1e-15)


def test_the_query_is_the_polynomial_with_two_double_zeros(snippet):
    n = 15
    docs, t = snippet.curve(n, 4), 2 * np.pi * np.arange(n) / n
    for a, b in combinations(range(n), 2):
        query = snippet.query_for(a, b, n)
        np.testing.assert_allclose(np.linalg.norm(query), 1)
        wanted = -(1 - np.cos(t - t[a])) * (1 - np.cos(t - t[b]))
        assert abs(np.corrcoef(docs @ query, wanted)[0, 1] - 1) < 1e-12
        assert set(np.argsort(docs @ query)[-2:]) == {a, b}


def test_the_margin_is_second_minus_third_and_falls_as_one_over_n_squared(snippet):
    docs = np.array([[3.0, 0], [7.0, 0], [4.5, 0], [1.0, 0]])
    assert snippet.margin(np.array([2.0, 5.0]), docs) == 3
    gaps = [snippet.margin(snippet.query_for(0, n // 2, n), snippet.curve(n, 4)) for n in (50, 100, 200)]
    np.testing.assert_allclose([gaps[0] / gaps[1], gaps[1] / gaps[2]], 4, rtol=0.01)
