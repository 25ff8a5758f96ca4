import numpy as np
import pytest
import scipy.stats
from tokenizers import Tokenizer, models, pre_tokenizers

WORDS = ["banana ", "bandana ", "nab ", "ananas ", "an "] * 3 + ["banana "] * 5


def test_tokens_are_those_of_hugging_face_with_the_same_merges(snippet):
    merges = snippet.train(WORDS, 9)
    entries = sorted(set("".join(WORDS))) + [a + b for a, b in merges]
    library = Tokenizer(models.BPE({t: i for i, t in enumerate(dict.fromkeys(entries))}, merges))
    library.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    assert snippet.tokenise(WORDS, merges) == library.encode("".join(WORDS)).tokens


def test_the_most_frequent_pair_is_merged_first(snippet):
    assert snippet.train(["ab", "ab", "cab", "cc"], 3) == [("a", "b"), ("c", "ab"), ("c", "c")]
    assert snippet.merge(list("aaaaa"), ("a", "a")) == ["aa", "aa", "a"]


def test_score_is_the_log_loss_of_smoothed_frequencies(snippet):
    fit, test = list("aaabbc"), ["a", "c", "b", "d"]  # d is an entry that was not seen
    p = {"a": 4 / 10, "b": 3 / 10, "c": 2 / 10, "d": 1 / 10}
    perplexity, per_byte = snippet.score(fit, test, 4)
    likelihood = np.prod([p[token] for token in test])
    assert perplexity == pytest.approx(likelihood ** (-1 / 4))
    assert per_byte == pytest.approx(-np.log2(likelihood) / 4)


def test_bytes_and_not_tokens_divide_the_bits(snippet):
    _, one = snippet.score(["ab"], ["ab", "ab"], 3)  # p(ab) = 2/4: one bit for each token of two bytes
    assert one == pytest.approx(0.5)


def test_uniform_tokens_give_the_entropy(snippet):
    perplexity, per_byte = snippet.score(list("abcdefgh"), list("hgfedcba"), 8)
    assert perplexity == pytest.approx(np.exp(scipy.stats.entropy(np.ones(8))))
    assert per_byte == pytest.approx(3)


def test_the_corpus_follows_zipf(snippet):
    assert len(snippet.words) == 6000
    assert (snippet.fit, snippet.held_out) == (snippet.words[:5000], snippet.words[5000:])
    np.testing.assert_allclose(snippet.frequency, 1 / np.arange(1, 301))
    top = snippet.words.count(snippet.lexicon[0]) / 6000
    expected = 1 / np.sum(snippet.frequency)
    assert abs(top - expected) < 5 * np.sqrt(expected / 6000)  # five standard errors
    assert all(len(word) == 5 and word.endswith(" ") for word in snippet.lexicon)


def test_the_page_perplexity_rises_and_bits_per_byte_fall(snippet):
    rows = np.array([[float(cell) for cell in line.split()] for line in snippet.printed.splitlines()[1:]])
    assert (np.diff(rows[:, 2]) > 0).all()
    assert (np.diff(rows[:, 3]) < 0).all()
    n_bytes = len("".join(snippet.held_out))
    # perplexity and bits per byte say the same about one tokeniser
    np.testing.assert_allclose(np.log2(rows[:, 2]) * rows[:, 1] / n_bytes, rows[:, 3], atol=0.006)
