import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import scaled_dot_product_attention


def problem(seed, queries=4, tokens=5, prefix=2, d=3, scale=1.0):
    rng = np.random.default_rng(seed)
    return [scale * rng.normal(size=(n, d)) for n in (queries, tokens, tokens, prefix, prefix)]


def attention(q, K, V):
    return scaled_dot_product_attention(*(torch.tensor(a)[None] for a in (q, K, V)))[0].numpy()


def test_attention_over_prefix_and_content_is_that_of_pytorch(snippet):
    q, K, V, prefix_K, prefix_V = problem(1)
    expected = attention(q, np.concatenate([prefix_K, K]), np.concatenate([prefix_V, V]))
    np.testing.assert_allclose(snippet.with_prefix(q, K, V, prefix_K, prefix_V), expected)
    np.testing.assert_allclose(snippet.weights(q, K) @ V, attention(q, K, V))


@given(st.integers(0, 10**6), st.integers(1, 4), st.floats(0.01, 10))
def test_the_mixture_is_the_same_output(snippet, seed, prefix, scale):
    args = problem(seed, prefix=prefix, scale=scale)
    mixture, share = snippet.blended(*args)
    q, K, V, prefix_K, prefix_V = args
    expected = attention(q, np.concatenate([prefix_K, K]), np.concatenate([prefix_V, V]))
    np.testing.assert_allclose(mixture, expected, atol=1e-9 * scale)
    logits = torch.tensor(q @ np.concatenate([prefix_K, K]).T / np.sqrt(3))
    expected = torch.exp(torch.logsumexp(logits[:, :prefix], 1) - torch.logsumexp(logits, 1))
    np.testing.assert_allclose(share[:, 0], expected.numpy(), rtol=1e-6)


def test_large_scores_do_not_overflow(snippet):
    np.testing.assert_allclose(snippet.weights(np.eye(3) * 1e4, np.eye(3)), np.eye(3))


def test_demonstration(snippet):
    rng = np.random.default_rng(0)
    q, K, V = rng.standard_normal((3, 6, 16))
    prefix_K, prefix_V = rng.standard_normal((2, 3, 16))
    expected = attention(q, np.concatenate([prefix_K, K]), np.concatenate([prefix_V, V]))
    np.testing.assert_allclose(snippet.whole, expected)
    np.testing.assert_allclose(snippet.mixture, expected)
    full = torch.softmax(torch.tensor(q @ np.concatenate([prefix_K, K]).T / 4), 1).numpy()
    np.testing.assert_allclose(snippet.content, full[:, 3:])
    np.testing.assert_allclose(snippet.relative, torch.softmax(torch.tensor(q @ K.T / 4), 1).numpy())
    assert 0.1 < snippet.share.min() < snippet.share.max() < 0.5
