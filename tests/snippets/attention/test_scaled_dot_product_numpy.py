import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import scaled_dot_product_attention


@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(1, 5), st.integers(1, 6), st.integers(1, 3))
def test_output_is_the_librarys(snippet, seed, queries, keys, d_k, d_v):
    rng = np.random.default_rng(seed)
    Q, K, V = (rng.normal(0, 3, size=(2, 3, *s)) for s in ((queries, d_k), (keys, d_k), (keys, d_v)))
    output, weights = snippet.attention(Q, K, V)
    expected = scaled_dot_product_attention(*map(torch.tensor, (Q, K, V)))
    np.testing.assert_allclose(output, expected, atol=1e-12)
    assert weights.shape == (2, 3, queries, keys)
    np.testing.assert_allclose(weights.sum(-1), 1)
    # a weighted average stays inside the range of the values
    assert np.all(output <= V.max(axis=-2, keepdims=True) + 1e-12)
    assert np.all(output >= V.min(axis=-2, keepdims=True) - 1e-12)


def test_large_scores_do_not_overflow(snippet):
    with np.errstate(over="raise"):
        np.testing.assert_allclose(snippet.softmax(np.array([[-1e4, 1e4], [800.0, 800.0]])), [[0, 1], [0.5, 0.5]])


def test_a_query_finds_its_key_and_a_zero_query_averages(snippet):
    assert snippet.weights[0].argmax() == 0
    assert snippet.output[2, 0] == pytest.approx(snippet.V.mean())
    assert snippet.weights[1, 1] == snippet.weights[1, 2] > 0.4
