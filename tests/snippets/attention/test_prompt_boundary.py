import re

import pytest
from tokenizers import pre_tokenizers

TEXT = "a big bat bit a bad big bat\nthe bat bit the big bun and a bee bit a bad bun"


def test_pieces_are_those_of_the_gpt2_rule_on_words_and_single_spaces(snippet):
    rule = pre_tokenizers.ByteLevel(add_prefix_space=False)
    for text in (TEXT.replace("\n", " "), "the", "the ", "the c", " the"):
        theirs = [piece.replace("Ġ", " ") for piece, _ in rule.pre_tokenize_str(text)]
        assert snippet.tokenise(text) == theirs
    assert snippet.tokenise("a\nb") == ["a", "\n", "b"]


def test_followers_agree_with_a_search_in_the_text(snippet):
    corpus = snippet.tokenise(TEXT)
    for word in ("a", "big", "bat", "bit", "the", "bun"):
        expected = re.findall(rf"(?<= ){word}(?=( \w+|\n))", TEXT)
        assert sorted(snippet.followers(" " + word, corpus).elements()) == sorted(expected)
    assert snippet.followers(" bit", corpus) == {" a": 2, " the": 1}
    assert snippet.followers(" ", corpus) == {}


def continuations(text, prompt):  # the words that complete the prompt's last word in the text
    words = re.findall(rf"{re.escape(prompt)}\w*", text)
    return sorted(word.split(" ")[-1] for word in words)


@pytest.mark.parametrize("prompt", ["bit a ", "bit a b", "bit the ", "a bad b", "a bad bi", "the big ba"])
def test_healing_finds_the_words_that_continue_the_characters(snippet, prompt):
    *_, before, tail = snippet.tokenise(prompt)
    corpus = snippet.tokenise(TEXT)
    found = sorted(t.strip() for t in snippet.healed(prompt, corpus).elements())
    expected = continuations(TEXT, before + tail)
    assert found == expected != []


def test_shares_sum_to_one_and_are_proportional(snippet):
    counts = snippet.followers(" a", snippet.tokenise(TEXT))
    shares = snippet.shares(counts)
    assert sum(shares.values()) == pytest.approx(1, abs=0.002)
    assert shares[" bad"] == pytest.approx(2 / 3, abs=5e-4)
    assert snippet.shares(snippet.Counter(x=1, y=2)) == {"x": 0.333, "y": 0.667}
    assert snippet.shares(snippet.Counter()) == {}


def test_the_page_a_space_token_has_no_followers_and_healing_restores_the_distribution(snippet):
    assert snippet.followers(" ", snippet.corpus) == {}
    plain = snippet.followers(" the", snippet.corpus)
    assert snippet.healed("sat on the ", snippet.corpus) == plain
    assert set(snippet.healed("sat on the c", snippet.corpus)) == {" cat", " cow"}
