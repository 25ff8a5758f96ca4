from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models


def library(vocabulary):
    entries = sorted(vocabulary | {"<unk>"})
    model = models.BPE({token: i for i, token in enumerate(entries)}, [], unk_token="<unk>", byte_fallback=True)
    tokenizer = Tokenizer(model)
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Fuse()])
    return tokenizer


@given(st.text())
def test_tokens_are_those_of_the_library_for_every_vocabulary(snippet, text):
    for name, vocabulary in snippet.vocabularies.items():
        ours, theirs = snippet.encode(text, vocabulary), library(vocabulary).encode(text).tokens
        if name == "and 128 bytes":  # tokenizers 0.23 writes an unknown after the byte tokens that follow it
            ours, theirs = sorted(ours), sorted(theirs)
        assert ours == theirs


def test_the_order_is_kept_around_an_unknown_character(snippet):
    vocabulary = snippet.vocabularies["and 128 bytes"]
    assert snippet.encode("a東!é0", vocabulary) == ["a", "<unk>", "<0x21>", "<unk>", "<0x30>"]


@given(st.text())
def test_all_256_byte_tokens_lose_nothing(snippet, text):
    vocabulary = snippet.vocabularies["and 256 bytes"]
    tokenizer = library(vocabulary)
    assert snippet.decode(snippet.encode(text, vocabulary)) == text
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_one_missing_byte_makes_a_character_unknown(snippet):
    vocabulary = snippet.vocabularies["and 256 bytes"] - {"<0x9D>"}  # the middle byte of 東
    assert snippet.encode("東é", vocabulary) == ["<unk>", "<0xC3>", "<0xA9>"]
    assert snippet.decode(["<unk>", "<0xC3>", "<0xA9>"]) == "<unk>é"


def test_text_that_spells_a_byte_token_stays_text(snippet):
    vocabulary = snippet.vocabularies["and 256 bytes"] | set("<0x41>")
    tokens = snippet.encode("<0x41>", vocabulary)
    assert tokens == list("<0x41>")
    assert snippet.decode(tokens) == "<0x41>"
    assert snippet.decode(["<0xx1", "<0x", "<0x41>"][1:]) == "<0xA"
    assert snippet.decode(["abcdef"]) == "abcdef"  # six characters, but no byte


def test_the_vocabularies_are_what_they_are_called(snippet):
    letters = {chr(code) for code in range(ord("a"), ord("z") + 1)} | {" "}
    every = {f"<0x{i:02X}>" for i in range(256)}
    assert snippet.vocabularies["characters"] == letters
    assert snippet.vocabularies["and 256 bytes"] == letters | every
    low = snippet.vocabularies["and 128 bytes"] - letters
    assert sorted(int(token[3:5], 16) for token in low) == list(range(128))


def test_the_page_128_byte_tokens_help_ascii_alone(snippet):
    some, none = snippet.vocabularies["and 128 bytes"], snippet.vocabularies["characters"]
    assert snippet.encode("!", some) == ["<0x21>"]
    assert snippet.encode("!", none) == ["<unk>"]
    assert snippet.encode("ï", some) == ["<unk>"]
