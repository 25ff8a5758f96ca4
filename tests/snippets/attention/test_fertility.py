import json
from collections import Counter
from itertools import pairwise

from tokenizers import pre_tokenizers


def learned(tokenizer):
    return [tuple(pair) for pair in json.loads(tokenizer.to_str())["model"]["merges"]]


def pre_tokenised(text):
    rule = pre_tokenizers.ByteLevel(add_prefix_space=False)
    return [list(piece) for piece, _ in rule.pre_tokenize_str(text)]


def apply(word, pair):
    i = 0
    while i < len(word) - 1:
        if (word[i], word[i + 1]) == pair:
            word[i : i + 2] = ["".join(pair)]
        i += 1


def test_each_merge_joins_a_most_frequent_pair(snippet):
    words = pre_tokenised(snippet.english)
    merges = learned(snippet.tokenizer)
    assert len(merges) == 200
    for pair in merges:
        counts = Counter(pair for word in words for pair in pairwise(word))
        assert counts[pair] == max(counts.values())
        for word in words:
            apply(word, pair)


def test_token_counts_agree_with_applying_the_merges_by_hand(snippet):
    for name, text in snippet.parallel.items():
        words = pre_tokenised(text)
        for pair in learned(snippet.tokenizer):
            for word in words:
                apply(word, pair)
        assert snippet.tokens[name] == sum(len(word) for word in words)


def test_without_merges_tokens_are_bytes(snippet):
    plain = snippet.train([snippet.english], 256)
    for text in snippet.parallel.values():
        assert len(plain.encode(text).ids) == len(text.encode())
        assert plain.get_vocab_size() == 256
    assert plain.encode("ab").tokens == ["a", "b"]  # no space is added in front


def test_nothing_is_unknown_and_all_texts_come_back(snippet):
    alphabet = {letter: byte for byte, letter in snippet_bytes().items()}
    for text in snippet.parallel.values():
        tokens = snippet.tokenizer.encode(text).tokens
        assert bytes(alphabet[letter] for token in tokens for letter in token).decode() == text
    assert snippet.tokenizer.get_vocab_size() == 456


def snippet_bytes():  # the printable stand-ins of GPT-2 for the 256 bytes
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + i) for i, byte in enumerate(others)}


def test_the_sentence_is_not_in_the_training_text(snippet):
    assert snippet.parallel["English"] not in snippet.english.replace("\n", " ")


def test_the_page_other_languages_cost_more_and_greek_stays_bytes(snippet):
    for name, text in snippet.parallel.items():
        if name != "English":
            assert snippet.tokens[name] > 1.5 * snippet.tokens["English"]
        if name in ("Greek", "Chinese"):
            assert snippet.tokens[name] == len(text.encode())
