from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

STREAMS = st.lists(st.integers(0, 7), max_size=60)
SIZES = st.integers(1, 6)


@given(STREAMS, SIZES)
def test_misra_gries_never_over_counts_and_keeps_its_bound(snippet, stream, k):
    counters, true, n = snippet.misra_gries(iter(stream), k), Counter(stream), len(stream)
    assert len(counters) <= k and all(c > 0 for c in counters.values())
    for item in range(8):
        kept = counters.get(item, 0)
        assert kept <= true[item]
        assert (true[item] - kept) * (k + 1) <= n - sum(counters.values())  # the sharper form


@given(STREAMS, SIZES)
def test_space_saving_never_under_counts_and_keeps_its_bound(snippet, stream, k):
    counters, true, n = snippet.space_saving(iter(stream), k), Counter(stream), len(stream)
    assert len(counters) == min(k, len(true)) and sum(counters.values()) == n
    smallest = min(counters.values()) if len(counters) == k else 0
    assert smallest * k <= n
    for item, count in true.items():
        if item in counters:
            assert count <= counters[item] <= count + smallest
        else:
            assert count <= smallest


@given(STREAMS, SIZES)
def test_both_hold_the_same_information(snippet, stream, k):
    # with k + 1 counters Space-Saving, less its smallest, is Misra-Gries with k
    high, low = snippet.space_saving(stream, k + 1), snippet.misra_gries(stream, k)
    smallest = min(high.values()) if len(high) == k + 1 else 0
    assert {x: c - smallest for x, c in high.items() if c > smallest} == low


def test_few_distinct_items_are_counted_exactly(snippet):
    assert snippet.misra_gries("abcab", 3) == snippet.space_saving("abcab", 3) == Counter("abcab")


def test_bounds_are_attained(snippet):
    assert snippet.misra_gries("abc", 2) == {}  # each is under-counted by 1 = 3/(2 + 1)
    assert snippet.space_saving("aab" + "c", 2) == {"a": 2, "c": 2}  # over by 1, of at most 4/2
    assert snippet.space_saving("abc", 1) == {"c": 3}  # over by 2, of at most 3


def test_the_printed_errors_keep_the_printed_bounds(snippet):
    assert snippet.under <= snippet.n / (snippet.k + 1) and snippet.over <= snippet.n / snippet.k
    assert snippet.under == max(snippet.true[x] - snippet.low.get(x, 0) for x in range(1, 1001))
    heavy = {x for x, c in snippet.true.items() if c > snippet.n / snippet.k}
    assert heavy and heavy <= set(snippet.low) and heavy <= set(snippet.high)
