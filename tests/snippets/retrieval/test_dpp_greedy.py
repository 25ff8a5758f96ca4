from itertools import combinations

import numpy as np


def kernel(seed, n=7):
    F = np.random.default_rng(seed).normal(size=(n, n))
    return F @ F.T


def slow_greedy(L, k):
    chosen = []
    for _ in range(k):
        rest = [i for i in range(len(L)) if i not in chosen]
        chosen.append(max(rest, key=lambda i: np.linalg.slogdet(L[np.ix_([*chosen, i], [*chosen, i])])[1]))
    return chosen


def test_greedy_is_the_slow_greedy_with_determinants(snippet):
    for seed in range(10):
        L = kernel(seed)
        for k in (1, 3, 7):
            chosen, log_det = snippet.greedy_dpp(L, k)
            assert chosen == slow_greedy(L, k)
            np.testing.assert_allclose(log_det, np.linalg.slogdet(L[np.ix_(chosen, chosen)])[1], rtol=1e-7)


def test_integers_are_accepted_and_left_alone(snippet):
    L = np.array([[4, 2, 0], [2, 3, 1], [0, 1, 2]])
    kept = L.copy()
    chosen, log_det = snippet.greedy_dpp(L, 2)
    assert chosen == [0, 1] or np.isclose(np.linalg.det(L[np.ix_(chosen, chosen)]), 8)
    np.testing.assert_allclose(log_det, np.log(8))
    np.testing.assert_array_equal(L, kept)


def test_no_item_is_taken_twice_however_unequal_the_scales(snippet):
    # what is left of a huge gain is rounding, and may exceed the other gains
    for scale in (2e20, 3e20, 5e20, 6e20, 7e20):
        chosen, _ = snippet.greedy_dpp(np.diag([scale, 1.0, 2.0]), 3)
        assert chosen == [0, 2, 1]


def test_determinants_of_all_subsets(snippet):
    L = kernel(30, 6)
    values = snippet.determinants(L, 3)
    assert list(values) == list(combinations(range(6), 3))
    for subset, value in values.items():
        # the squared volume: product of the squared diagonal of the Cholesky factor
        block = L[np.ix_(subset, subset)]
        np.testing.assert_allclose(value, np.prod(np.diag(np.linalg.cholesky(block)) ** 2), rtol=1e-8)


def test_the_three_cases(snippet):
    greedy, best = [{0, 2}, {0, 1}, {0, 1}], [{0, 2}, {0, 1}, {0, 2}]
    for (quality, degrees), expected, wanted in zip(snippet.cases.values(), greedy, best, strict=True):
        q, a = np.array(quality), np.radians(degrees)
        # two items: det is (q1 q2)² sin² of the angle between them
        area = {(i, j): (q[i] * q[j] * np.sin(a[i] - a[j])) ** 2 for i, j in combinations(range(3), 2)}
        L = np.outer(q, q) * np.cos(a[:, None] - a)
        found = snippet.determinants(L, 2)
        np.testing.assert_allclose(list(found.values()), list(area.values()), rtol=1e-6)
        assert set(max(area, key=area.get)) == wanted
        chosen, log_det = snippet.greedy_dpp(L, 2)
        assert set(chosen) == expected
        np.testing.assert_allclose(log_det, np.log(area[tuple(sorted(chosen))]), rtol=1e-6)
    assert chosen[0] == 1  # the one in the middle is taken first, and no pair with it is the best
    np.testing.assert_allclose(snippet.L, L)
