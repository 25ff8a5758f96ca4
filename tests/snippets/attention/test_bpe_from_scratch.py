import random
from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

LETTERS = pre_tokenizers.ByteLevel.alphabet()


def hugging_face(text, n_merges):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(vocab_size=256 + n_merges, initial_alphabet=LETTERS, show_progress=False)
    tokenizer.train_from_iterator([text], trainer)
    return tokenizer


def visible(token):  # the library writes a leading space as Ġ
    return token.decode().replace(" ", "Ġ")


def merges_before_a_tie(text):  # counts in another way: on tuples of strings, in place
    words = [list(word) for word in pre_tokenised(text)]
    merges = []
    while True:
        ranking = Counter(pair for word in words for pair in pairwise(word)).most_common(2)
        if len(ranking) < 2 or ranking[0][1] == ranking[1][1]:
            return merges
        (pair, _), _ = ranking
        merges.append(pair)
        for word in words:
            i = 0
            while i < len(word) - 1:
                if (word[i], word[i + 1]) == pair:
                    word[i : i + 2] = ["".join(pair)]
                i += 1


def pre_tokenised(text):
    return [word for word, _ in pre_tokenizers.ByteLevel(add_prefix_space=False).pre_tokenize_str(text)]


def corpus(seed):
    rng = random.Random(seed)
    words = ["".join(rng.choices("aabcde", k=rng.randint(1, 7))) for _ in range(12)]
    return " ".join(rng.choices(words, weights=[2.3**-i for i in range(12)], k=400))


def test_merges_are_those_of_an_independent_trainer_and_of_hugging_face_until_a_tie(snippet):
    compared = 0
    for seed in range(12):
        text = corpus(seed)
        expected = merges_before_a_tie(text)
        ours = [(visible(left), visible(right)) for left, right in snippet.train(text, len(expected))]
        assert ours == expected
        theirs = hugging_face(text, len(expected))
        learned = sorted((i, token) for token, i in theirs.get_vocab().items() if i >= 256)
        assert [left + right for left, right in ours] == [token for _, token in learned]
        encoded = snippet.encode(text, snippet.train(text, len(expected)))
        assert [visible(token) for token in encoded] == theirs.encode(text).tokens
        compared += len(expected)
    assert compared > 25


def test_encoding_of_new_text_is_that_of_hugging_face_with_the_same_merges(snippet):
    for seed in range(6):
        merges = snippet.train(corpus(seed), 25)
        strings = [(visible(left), visible(right)) for left, right in merges]
        vocabulary = {token: i for i, token in enumerate([*LETTERS, *dict.fromkeys(a + b for a, b in strings)])}
        library = Tokenizer(models.BPE(vocabulary, strings))
        library.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        text = corpus(seed + 100) + " abcdeabcde aaaaaaa"
        assert [visible(token) for token in snippet.encode(text, merges)] == library.encode(text).tokens


@given(st.text())
def test_any_text_comes_back(snippet, text):
    tokens = snippet.encode(text, snippet.merges)
    assert b"".join(tokens).decode() == text
    assert b"".join(byte for piece in snippet.pieces(text) for byte in piece) == text.encode()
    known = {bytes([byte]) for byte in range(256)} | {left + right for left, right in snippet.merges}
    assert set(tokens) <= known


def test_pieces_are_words_with_their_space_runs_of_marks_and_single_spaces(snippet):
    found = [b"".join(piece).decode() for piece in snippet.pieces("an owl, (two)!\n  three")]
    assert found == ["an", " owl", ",", " (", "two", ")!", "\n", " ", " three"]


def test_a_piece_starts_as_single_bytes(snippet):
    assert snippet.pieces("ab €") == [(b"a", b"b"), (b" ", b"\xe2", b"\x82", b"\xac")]


def test_equal_letters_merge_from_the_left(snippet):
    a = b"a"
    assert snippet.merge([a] * 5, (a, a)) == [b"aa", b"aa", a]
    assert snippet.merge([], (a, a)) == []
    assert snippet.merge([a, b"b", a], (a, b"b")) == [b"ab", a]


def test_training_stops_when_every_piece_is_one_token(snippet):
    assert snippet.train("ab ab", 50) == [(b"a", b"b"), (b" ", b"ab")]
    assert snippet.train("", 3) == []


def test_the_page_an_unseen_script_falls_apart_into_bytes_and_some_entries_are_idle(snippet):
    assert snippet.encode("東🙂", snippet.merges) == [bytes([byte]) for byte in "東🙂".encode()]
    assert snippet.encode("the", snippet.merges) != snippet.encode(" the", snippet.merges)
    occurs = set(snippet.encode(snippet.text, snippet.merges))
    assert snippet.idle == [a + b for a, b in snippet.merges if a + b not in occurs] != []
