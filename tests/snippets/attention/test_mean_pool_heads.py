import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def weights(seed, heads=4, d=6, d_h=3):
    rng = np.random.default_rng(seed)
    return rng, rng.normal(size=(5, d)), *rng.normal(size=(3, heads, d, d_h))


def test_attention_with_grouped_heads_is_the_librarys(snippet):
    _, X, W_q, W_k, W_v = weights(1)
    for kv_heads in (1, 2, 4):
        q, k, v = (torch.tensor(X @ W)[None] for W in (W_q, W_k[:kv_heads], W_v[:kv_heads]))
        expected = scaled_dot_product_attention(q, k, v, enable_gqa=True)[0]
        np.testing.assert_allclose(snippet.attention(X, W_q, W_k[:kv_heads], W_v[:kv_heads]), expected, atol=1e-12)


def test_pooling_averages_neighbours(snippet):
    _, _, W, *_ = weights(2)
    np.testing.assert_allclose(snippet.mean_pool(W, 2), [(W[0] + W[1]) / 2, (W[2] + W[3]) / 2])
    np.testing.assert_allclose(snippet.mean_pool(W, 1), [W.mean(0)])
    np.testing.assert_array_equal(snippet.mean_pool(W, 4), W)


def test_the_mean_is_the_nearest_single_matrix(snippet):
    rng, _, W, *_ = weights(3)
    pooled = snippet.mean_pool(W, 1)
    for _ in range(5):
        other = pooled + 0.1 * rng.normal(size=pooled.shape)
        assert np.sum((W - pooled) ** 2) < np.sum((W - other) ** 2)


def test_error_is_relative(snippet):
    _, X, W_q, W_k, W_v = weights(4)
    assert snippet.error(X, W_q, W_k, W_v, 4) == 0
    full = snippet.attention(X, W_q, W_k, W_v)
    pooled = snippet.attention(X, W_q, W_k.mean(0)[None], W_v.mean(0)[None])
    expected = np.sqrt(((pooled - full) ** 2).sum() / (full**2).sum())
    np.testing.assert_allclose(snippet.error(X, W_q, W_k, W_v, 1), expected)
    np.testing.assert_allclose(snippet.error(X, W_q, W_k, 7 * W_v, 1), expected)  # values scale both


def test_order_and_rotations_matter_only_to_the_pooled_model(snippet):
    X, W_q, W_k, W_v, R = snippet.X, snippet.W_q, snippet.W_k, snippet.W_v, snippet.R
    full = snippet.attention(X, W_q, W_k, W_v)
    order = snippet.swap
    assert sorted(order) == [0, 1, 2, 3]
    np.testing.assert_allclose(snippet.attention(X, W_q[order], W_k[order], W_v[order]), full[order])
    np.testing.assert_allclose(snippet.attention(X, W_q @ R, W_k @ R, W_v), full)
    np.testing.assert_allclose(R @ R.mT, np.broadcast_to(np.eye(4), R.shape), atol=1e-12)
    np.testing.assert_array_equal(W_k[0], W_k[1])
    np.testing.assert_array_equal(W_k[2], W_k[3])
    assert snippet.swapped > 0.3
    assert snippet.error(X, W_q @ R, W_k @ R, W_v, 2) > 0.3
    # inputs of unit variance and a scale that keeps scores near 1 to 10
    assert X.shape == (10, 16) and 0.4 < W_q.std() < 0.6 and 0.4 < W_v.std() < 0.6 and W_q.shape == (4, 16, 4)


def test_softmax_is_stable(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 1e4], [0, -1e4]])), [[0.5, 0.5], [1, 0]])
    batch = np.random.default_rng(1).normal(size=(2, 3, 4, 5))
    np.testing.assert_allclose(snippet.softmax(batch), torch.tensor(batch).softmax(-1))
