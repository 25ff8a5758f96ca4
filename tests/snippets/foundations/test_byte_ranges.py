from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.sampled_from("ab é\n\u2003\u0085"), max_size=30).map(str.encode)


@given(TEXTS, st.integers(1, 9))
def test_no_word_is_cut_lost_or_counted_twice(snippet, data, workers):
    parts = snippet.ranges(data, workers)
    assert len(parts) == workers and b"".join(parts) == data
    assert sum((Counter(part.split()) for part in parts), Counter()) == Counter(data.split())
    for part in parts:
        part.decode()  # no character is cut either


def test_cuts_are_the_first_spaces_at_or_after_even_shares(snippet):
    assert snippet.ranges(b"aaaa bbbb cccc dddd", 2) == [b"aaaa bbbb", b" cccc dddd"]
    assert snippet.ranges(b"aaaabbbb cc", 3) == [b"aaaabbbb", b"", b" cc"]
    assert snippet.ranges(b"aaaaaaaa", 2) == [b"aaaaaaaa", b""]
    assert snippet.ranges(b"", 3) == [b"", b"", b""]


def test_printed_counts_are_right(snippet):
    assert snippet.printed.count("right: True") == 4
