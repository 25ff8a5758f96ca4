from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import auc, average_precision_score, precision_recall_curve


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-4, 4)), min_size=1, max_size=40))
def test_average_precision_is_scikit_learns_with_ties(snippet, pairs):
    y, score = np.array([(1, 0), *pairs]).T
    np.testing.assert_allclose(snippet.average_precision(y, score), average_precision_score(y, score))
    precision, recall, _ = precision_recall_curve(y, score)
    ours = snippet.precision_recall(y, score)
    np.testing.assert_allclose(ours[0], precision[-2::-1])
    np.testing.assert_allclose(ours[1], recall[-2::-1])
    np.testing.assert_allclose(snippet.trapezoids(y, score), auc(recall, precision))


@pytest.mark.parametrize(("n", "positives"), [(2, 1), (5, 2), (7, 3), (6, 6), (8, 1)])
def test_chance_is_the_mean_over_all_orders(snippet, n, positives):
    values = []
    for places in combinations(range(n), positives):
        y = np.zeros(n, int)
        y[list(places)] = 1
        values.append(snippet.average_precision(y, -np.arange(n)))
    np.testing.assert_allclose(snippet.chance(n, positives), np.mean(values))


def test_chance_tends_to_the_base_rate_from_above(snippet):
    excess = [snippet.chance(n, n // 10) - 0.1 for n in (20, 200, 2000)]
    assert excess[0] > 0.1 > excess[1] > excess[2] > 0


def test_the_table(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[2:-1]], float)
    np.testing.assert_allclose(rows[:, 0], [40 / 440, 40 / 4040, 40 / 40040], atol=5e-5)
    assert (np.diff(rows[:, 1]) < 0).all() and (rows[:, 1] > 3 * rows[:, 2]).all()
    np.testing.assert_array_equal(rows[:, 3], rows[:, 0])  # one threshold: the base rate
    np.testing.assert_allclose(rows[:, 4], (1 + rows[:, 0]) / 2, atol=1e-4)
    assert snippet.positives.mean() - snippet.negatives.mean() == pytest.approx(1.5, abs=0.5)
    expected = average_precision_score(snippet.y, snippet.score)
    assert abs(rows[-1, 1] - expected) < 0.0006
