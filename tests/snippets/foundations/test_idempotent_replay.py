import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

LOGS = st.lists(st.lists(st.sampled_from("abc"), max_size=3), min_size=1, max_size=5)
REPORTS = st.dictionaries(st.sampled_from("uvw"), st.integers(0, 9))


@given(LOGS, st.lists(st.integers(0, 5), max_size=5))
def test_any_replay_from_any_checkpoint_counts_once(snippet, log, restarts):
    saved = [snippet.Counts().checkpoint()]
    for start in [*restarts, 0]:
        counts = snippet.Counts(*json.loads(saved[start % len(saved)]))
        for offset in range(min(start, counts.next_offset), len(log)):
            counts.apply(offset, log[offset])
            saved.append(counts.checkpoint())
    assert counts.counts == Counter(word for batch in log for word in batch)
    assert counts.next_offset == len(log)


def test_a_gap_is_refused_and_changes_nothing(snippet):
    counts = snippet.Counts()
    counts.apply(0, ["a"])
    with pytest.raises(ValueError, match="offset 1 is missing"):
        counts.apply(2, ["b"])
    assert counts.counts == {"a": 1} and counts.next_offset == 1


@given(REPORTS, REPORTS, REPORTS)
def test_the_maximum_is_commutative_associative_and_idempotent(snippet, a, b, c):
    merge = snippet.merge_by_maximum
    assert merge(a, a) == a and merge(a, {}) == a
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert all(merge(a, b)[worker] == max(a.get(worker, 0), b.get(worker, 0)) for worker in a | b)
    assert set(merge(a, b)) == set(a) | set(b)


def test_the_sum_is_commutative_and_associative_yet_not_idempotent(snippet):
    a, b, c = Counter("xxy"), Counter("yz"), Counter("z")
    assert a + b == b + a and (a + b) + c == a + (b + c) and a + a != a
    assert snippet.added != snippet.after.counts
    assert snippet.after.counts == Counter(word for batch in snippet.log for word in batch)


def test_a_checkpoint_frees_no_memory(snippet):
    counts = snippet.Counts(0, {str(i): 1 for i in range(50)})
    counts.checkpoint()
    assert len(counts.counts) == 50
