import numpy as np
import torch


def test_weights_are_those_of_pytorch(snippet):
    rng = np.random.default_rng(5)
    X, (W_q, W_k) = rng.normal(size=(7, 5)), 3 * rng.normal(size=(2, 5, 5))
    Q, K, one_hot = (torch.tensor(a) for a in (X @ W_q, X @ W_k, np.eye(7)))
    expected = torch.nn.functional.scaled_dot_product_attention(Q[None], K[None], one_hot[None], is_causal=True)[0]
    np.testing.assert_allclose(snippet.causal_weights(X, W_q, W_k), expected, atol=1e-12)
    huge = snippet.causal_weights(100 * X, W_q, W_k)
    assert np.isfinite(huge).all()


def test_equal_tokens_cannot_be_told_apart(snippet):
    np.testing.assert_allclose(snippet.output, np.tile(snippet.word, (6, 1)))
    assert snippet.n == len(snippet.alike) == 6


def test_the_weight_on_the_start_token_tells_the_position(snippet):
    # 1 / share = 1 + i r, with r the ratio of the two exponentials: the same step at each position
    q = snippet.word @ snippet.W_q
    gap = q @ ((snippet.word - snippet.start) @ snippet.W_k) / np.sqrt(8)
    np.testing.assert_allclose(1 / snippet.share, 1 + np.arange(1, 7) * np.exp(gap))
    np.testing.assert_array_equal(snippet.marked, [snippet.start] + 6 * [snippet.word])
    assert (np.diff(snippet.share) < 0).all()
