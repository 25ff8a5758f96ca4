import unicodedata
from collections import Counter
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

MESSY = st.text(st.sampled_from("abßİςÉe\u0301\u0345ﬁम्' ’_-.,1²\n\t\u00a0\u2003\u0085\U0001f600"), max_size=30)


def pieces(data, cuts):
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in pairwise(edges)]


@given(st.one_of(MESSY.map(str.encode), st.binary(max_size=20)), st.lists(st.integers(0, 99), max_size=8))
@example(b"\xe2\x80", [1])
def test_any_chunking_of_any_bytes_gives_the_words_of_the_whole(snippet, data, cuts):
    expected = snippet.words(data.decode(errors="replace"))
    assert list(snippet.stream_words(pieces(data, cuts))) == expected
    assert list(snippet.stream_words([data])) == expected


@given(MESSY)
def test_equivalent_texts_have_equal_words(snippet, text):
    expected = snippet.words(text)
    for form in ("NFC", "NFD"):
        assert snippet.words(unicodedata.normalize(form, text)) == expected
    assert snippet.words(text.replace("ß", "ẞ").replace("’", "'")) == expected


def test_words_by_hand(snippet):
    cases = {
        "": [],
        " ' '' - ": [],
        "Rock 'n' roll, don’t!": ["rock", "n", "roll", "don't"],
        "snake_case state-of-the-art": ["snake", "case", "state", "of", "the", "art"],
        "x² 3 4½": ["x²", "3", "4½"],
        "हिन्दी": ["हिन्दी"],
        "ＭＡＳＳE e\u0301": ["ｍａｓｓe", "é"],
    }
    for text, expected in cases.items():
        assert snippet.words(text) == expected


def test_no_words_without_chunks_and_empty_chunks_change_nothing(snippet):
    assert list(snippet.stream_words([])) == []
    assert list(snippet.stream_words([b"", b"a", b"", b"b ", b""])) == ["ab"]


def test_counts_of_two_texts_add_up_where_no_word_is_cut(snippet):
    both = Counter(snippet.stream_words([b"a b ", b"b c"]))
    assert both == Counter(snippet.stream_words([b"a b "])) + Counter(snippet.stream_words([b"b c"]))


def test_only_the_carried_words_survive_the_cuts(snippet):
    lines = [line for line in snippet.printed.splitlines() if line.startswith("chunks")]
    assert all("carried True" in line for line in lines)
    assert [line.endswith("True") for line in lines] == [False] * (len(lines) - 1) + [True]
