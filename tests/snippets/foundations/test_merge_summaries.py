from collections import Counter
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

STREAMS = st.lists(st.sampled_from("abcdefg"), max_size=25)


@given(st.lists(STREAMS, min_size=1, max_size=4), st.integers(1, 5))
def test_merged_summaries_keep_the_bound_of_one_over_the_whole(snippet, streams, k):
    merged = reduce(lambda a, b: snippet.merge(a, b, k), [snippet.misra_gries(iter(s), k) for s in streams])
    true = sum(map(Counter, streams), Counter())
    assert len(merged) <= k and all(c > 0 for c in merged.values())
    for item in "abcdefg":
        assert 0 <= (true[item] - merged[item]) * (k + 1) <= true.total() - merged.total()


@given(STREAMS, STREAMS, st.integers(1, 5))
def test_merging_is_symmetric_and_an_empty_summary_changes_nothing(snippet, left, right, k):
    a, b = snippet.misra_gries(left, k), snippet.misra_gries(right, k)
    assert snippet.merge(a, b, k) == snippet.merge(b, a, k)
    assert snippet.merge(a, Counter(), k) == a


def test_by_hand(snippet):
    assert snippet.misra_gries("aab", 1) == {"a": 1}
    assert snippet.misra_gries("aabc", 2) == {"a": 1}
    assert snippet.merge(Counter(a=5, b=2), Counter(c=3, d=1), 2) == {"a": 3, "c": 1}  # the third largest, 2, leaves
    assert snippet.merge(Counter(a=5, b=2), Counter(a=1), 2) == {"a": 6, "b": 2}


def test_the_printed_example_keeps_its_bound(snippet):
    true = Counter(snippet.monday + snippet.tuesday)
    assert 0 < snippet.worst <= true.total() / (snippet.k + 1)
    assert set(snippet.merged) == {"a", "b"}
