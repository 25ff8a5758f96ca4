from itertools import product

import numpy as np
import pytest
from sklearn.metrics import dcg_score


def random_case(seed, documents=3):
    return np.random.default_rng(seed).dirichlet(np.ones(3), size=documents), np.array([0.0, 1.0, 3.0])


def test_expected_dcg_is_the_mean_over_all_grades(snippet):
    probabilities, gains = random_case(1)
    order = (2, 0, 1)
    scores = np.array([2.0, 1.0, 3.0])  # which put the documents in that order
    expected = 0
    for grades in product(range(3), repeat=3):
        chance = np.prod([probabilities[d, g] for d, g in enumerate(grades)])
        expected += chance * dcg_score([[gains[g] for g in grades]], scores[None])
    assert snippet.expected_dcg(order, probabilities, gains) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(6))
def test_the_best_order_sorts_by_expected_gain(snippet, seed):
    probabilities, gains = random_case(seed, documents=4)
    assert list(snippet.best_order(probabilities, gains)) == list(np.argsort(-(probabilities @ gains)))


def test_the_two_counter_examples(snippet):
    np.testing.assert_array_equal(snippet.gains, [0, 1, 3])
    for probabilities in snippet.cases.values():
        np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    likely, graded = snippet.cases.values()
    assert likely[0, 2] > likely[1, 2] and snippet.best_order(likely, snippet.gains) == (1, 0)
    assert (graded @ [0, 1, 2]).argmax() == 1 and snippet.best_order(graded, snippet.gains) == (0, 1)
