from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import dcg_score, ndcg_score

LISTS = st.integers(2, 7).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(-2, 2), min_size=n, max_size=n), st.lists(st.integers(0, 4), min_size=n, max_size=n)
    )
)


@given(LISTS, st.integers(1, 8))
def test_both_gains_agree_with_scikit_learn_ties_included(snippet, lists, k):
    scores, relevance = map(np.array, lists)
    for gain, gains in ((snippet.linear, relevance), (snippet.exponential, 2**relevance - 1)):
        with np.errstate(all="raise"):
            value = snippet.ndcg(scores, relevance, k, gain)
        if relevance.any():
            assert value == pytest.approx(ndcg_score(gains[None], scores[None], k=k))
        else:  # and without a division by zero
            assert np.isnan(value) and ndcg_score(gains[None], scores[None]) == 0  # as the page says
        assert snippet.dcg(scores, gains, k) == pytest.approx(dcg_score(gains[None], scores[None], k=k))


def test_ties_are_the_mean_over_the_orders_of_the_tied(snippet):
    scores, gains = np.array([1, 3, 1, 1, 0]), np.array([5.0, 1, 0, 2, 4])
    values = []
    for tied in permutations([0, 2, 3]):
        ranked = gains[[1, *tied, 4]]
        values.append(sum(ranked[r] / np.log2(r + 2) for r in range(3)))
    assert snippet.dcg(scores, gains, 3) == pytest.approx(np.mean(values))


def test_discounts(snippet):
    np.testing.assert_allclose(snippet.discounts(4, 2), [1, 1 / np.log2(3), 0, 0])


def test_the_gains_disagree_on_how_bad_the_second_place_is(snippet):
    relevance, swapped = np.array([3, 0, 2, 1, 0]), np.array([4, 1, 5, 3, 2])
    linear = snippet.ndcg(swapped, relevance, 5, snippet.linear)
    assert linear > snippet.ndcg(swapped, relevance, 5, snippet.exponential)
    assert snippet.ndcg(swapped, relevance, 1, snippet.exponential) == pytest.approx(3 / 7)
    equal = snippet.ndcg(np.zeros(5), relevance, 1, snippet.exponential)
    assert equal == pytest.approx((7 + 3 + 1) / 5 / 7)
