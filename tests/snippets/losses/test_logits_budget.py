import pytest
import torch


@pytest.mark.parametrize("tokens, vocabulary", [(10, 30), (8192, 128_256), (1, 1)])
def test_gib_is_the_size_of_two_float32_matrices(snippet, tokens, vocabulary):
    logits = torch.empty(tokens, vocabulary, device="meta")
    assert snippet.logits_gib(tokens, vocabulary) == pytest.approx(2 * logits.nbytes / 1024**3)


@pytest.mark.parametrize("vocabulary, gib", [(256_000, 1), (50_257, 0.5), (128_256, 3.0)])
def test_longest_chunk_fits_and_one_token_more_does_not(snippet, vocabulary, gib):
    chunk = snippet.longest_chunk(vocabulary, gib)
    assert snippet.logits_gib(chunk, vocabulary) <= gib < snippet.logits_gib(chunk + 1, vocabulary)


def test_premises_of_the_exercise(snippet):
    assert (snippet.tokens, snippet.vocabulary) == (65_536, 256_000)


def test_a_chunk_that_fits_exactly_is_allowed(snippet):
    assert snippet.longest_chunk(2**17, gib=1) == 1024
    assert isinstance(snippet.longest_chunk(2**17, gib=1), int)
