import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

WEIGHTS = arrays(float, 5, elements=st.floats(0.01, 1))


@given(WEIGHTS, WEIGHTS)
def test_entropy_and_kl_agree_with_scipy_and_add_up(snippet, q, p):
    q, p = q / q.sum(), p / p.sum()
    np.testing.assert_allclose(snippet.entropy(q), scipy.stats.entropy(q), atol=1e-12)
    np.testing.assert_allclose(snippet.kl(q, p), scipy.stats.entropy(q, p), atol=1e-12)
    np.testing.assert_allclose(snippet.cross_entropy(q, p), snippet.entropy(q) + snippet.kl(q, p), atol=1e-12)
    assert snippet.bits(snippet.entropy(q)) == pytest.approx(scipy.stats.entropy(q, base=2))


@given(st.lists(st.lists(st.floats(0, 8), min_size=1, max_size=6), min_size=1, max_size=5))
def test_corpus_perplexity_is_that_of_all_tokens_together(snippet, documents):
    losses, tokens = [np.mean(d) for d in documents], [len(d) for d in documents]
    together = np.concatenate(documents)
    np.testing.assert_allclose(snippet.corpus_perplexity(losses, tokens), np.exp(together.mean()), rtol=1e-9)


def test_bits_per_byte_does_not_depend_on_how_the_text_is_cut(snippet):
    total = 700.0  # nats for the same text of 1234 bytes
    values = [snippet.bits_per_byte(total / tokens, tokens, 1234) for tokens in (50, 400, 1234)]
    np.testing.assert_allclose(values, total / np.log(2) / 1234)


def test_the_model_with_the_higher_perplexity_compresses_better(snippet):
    coarse, fine = snippet.bits_per_byte(3.5, 200, 1000), snippet.bits_per_byte(3.0, 250, 1000)
    assert coarse < fine
    assert "uniform over 1000: perplexity 1000" in snippet.printed
