import string

from hypothesis import given
from hypothesis import strategies as st


def test_the_one_liner_by_hand(snippet):
    assert snippet.one_liner("Don't") == ["don", "t"]
    assert snippet.one_liner("a_B c-d") == ["a_b", "c", "d"]
    assert snippet.one_liner("nai\u0308ve") == ["nai", "ve"]
    assert snippet.one_liner("Straße") == ["straße"]


@given(st.text(string.ascii_letters + "  .,", max_size=20))
def test_it_is_right_for_plain_english_letters(snippet, text):
    assert snippet.one_liner(text) == text.lower().replace(".", " ").replace(",", " ").split()


def test_each_case_but_the_composed_accent_is_split_wrongly(snippet):
    for name, (text, wanted) in snippet.cases.items():
        assert (len(snippet.one_liner(text)) == wanted) == (name == "accent, composed")
