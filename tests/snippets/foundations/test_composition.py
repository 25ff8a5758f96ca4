from itertools import product

import numpy as np
import pytest


def brute_force(total, epsilon, k):
    truthful = np.exp(epsilon) / (1 + np.exp(epsilon))
    delta = 0.0
    for bits in product((0, 1), repeat=k):  # all outputs of k randomised responses
        p = np.prod([truthful if bit else 1 - truthful for bit in bits])
        q = np.prod([1 - truthful if bit else truthful for bit in bits])
        delta += max(p - np.exp(total) * q, 0)
    return delta


@pytest.mark.parametrize("k, epsilon", [(1, 0.7), (4, 0.3), (7, 1.2)])
def test_delta_counts_all_outputs(snippet, k, epsilon):
    for total in (0, 0.4 * epsilon, epsilon, 0.9 * k * epsilon):
        np.testing.assert_allclose(snippet.exact_delta(total, epsilon, k), brute_force(total, epsilon, k), atol=1e-14)
    assert snippet.exact_delta(k * epsilon + 1e-12, epsilon, k) == 0  # the basic bound, without delta


@pytest.mark.parametrize("k, epsilon, delta", [(5, 0.5, 1e-3), (60, 0.2, 1e-6), (3, 2.0, 0.01)])
def test_the_exact_bound_spends_delta_and_no_less_would_do(snippet, k, epsilon, delta):
    total = snippet.exact(epsilon, k, delta)
    assert snippet.exact_delta(total, epsilon, k) <= delta * (1 + 1e-9)
    assert snippet.exact_delta(total - 1e-6, epsilon, k) > delta
    assert total <= snippet.basic(epsilon, k) and total <= snippet.advanced(epsilon, k, delta)


def test_the_two_formulas(snippet):
    assert snippet.basic(0.3, 7) == pytest.approx(2.1)
    expected = np.sqrt(2 * 7 * np.log(1 / 0.01)) * 0.3 + 7 * 0.3 * (np.exp(0.3) - 1)
    assert snippet.advanced(0.3, 7, 0.01) == pytest.approx(expected)


def test_the_order_of_the_bounds_changes_with_the_number_of_answers(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert rows[0, 2] > rows[0, 1] and (rows[1:, 2] < rows[1:, 1]).all()
    assert (rows[:, 3] < rows[:, 1:3].min(axis=1)).all()
