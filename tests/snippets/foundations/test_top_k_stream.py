import pytest
from hypothesis import given
from hypothesis import strategies as st

STREAMS = st.lists(st.tuples(st.sampled_from("abcde"), st.integers(-3, 3)), max_size=20)


@given(STREAMS, st.integers(0, 25))
def test_it_is_the_head_of_a_stable_sort(snippet, stream, k):
    assert snippet.top_k(iter(stream), k) == sorted(stream, key=lambda pair: -pair[1])[:k]


@given(STREAMS, STREAMS, st.integers(0, 8))
def test_top_k_of_the_parts_top_k_is_the_top_k(snippet, left, right, k):
    parts = snippet.top_k(left, k) + snippet.top_k(right, k)
    assert snippet.top_k(parts, k) == snippet.top_k(left + right, k)


def test_items_are_never_compared(snippet):
    assert snippet.top_k([({}, 1), (object, 1), (None, 1)], 2) == [({}, 1), (object, 1)]


def test_infinities_have_an_order_and_nan_has_none(snippet):
    stream = [("a", float("-inf")), ("b", 0.0), ("c", float("inf"))]
    assert [item for item, _ in snippet.top_k(stream, 2)] == ["c", "b"]
    with pytest.raises(ValueError, match="'x' has no score"):
        snippet.top_k([("a", 1.0), ("x", float("nan"))], 1)


def test_local_winners_of_counts_miss_the_most_frequent(snippet):
    most = max(snippet.counts, key=snippet.counts.get)
    assert most == "y" and most not in dict(snippet.local)
