import numpy as np
import pytest
import torch


def test_it_is_the_module_with_the_same_weights(snippet):
    rng = np.random.default_rng(5)
    for n, d, heads in ((3, 4, 1), (4, 8, 2), (5, 6, 6)):
        X, W = rng.normal(size=(n, d)), rng.normal(size=(4, d, d))
        module = torch.nn.MultiheadAttention(d, heads, bias=False, dtype=torch.float64)
        with torch.no_grad():  # the module multiplies by transposed weights, query, key and value stacked
            module.in_proj_weight.copy_(torch.tensor(np.concatenate([w.T for w in W[:3]])))
            module.out_proj.weight.copy_(torch.tensor(W[3].T))
        x = torch.tensor(X)
        expected, expected_weights = module(x, x, x, average_attn_weights=False)
        output, weights = snippet.multi_head(X, *W, heads)
        np.testing.assert_allclose(output, expected.detach(), atol=1e-12)
        np.testing.assert_allclose(weights, expected_weights.detach(), atol=1e-12)


def test_each_head_is_a_slice_of_columns_and_merging_undoes_it(snippet):
    X = np.random.default_rng(6).normal(size=(4, 6))
    parts = snippet.split_heads(X, 3)
    for head in range(3):
        np.testing.assert_array_equal(parts[head], X[:, 2 * head : 2 * head + 2])
    np.testing.assert_array_equal(snippet.merge_heads(parts), X)


def test_the_wrong_split_has_the_right_shape_and_mixes_positions(snippet):
    for n, d, heads in ((4, 6, 3), (6, 4, 2)):
        X = np.arange(n)[:, None] * np.ones(d)
        wrong, right = snippet.wrong_split(X, heads), snippet.split_heads(X, heads)
        assert wrong.shape == right.shape
        assert not np.array_equal(wrong, right)
        assert wrong[0].max() < n - 1  # the first head never meets the last positions


def test_softmax_is_stable(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 1e4], [0, -1e4]])), [[0.5, 0.5], [1, 0]])
    batch = np.random.default_rng(1).normal(size=(2, 3, 4, 5))
    np.testing.assert_allclose(snippet.softmax(batch), torch.tensor(batch).softmax(-1))


def test_heads_hold_different_distributions(snippet):
    assert snippet.weights.shape == (3, 5, 5)
    np.testing.assert_allclose(snippet.weights.sum(-1), 1)
    last = snippet.weights[:, -1]
    assert min(np.abs(last[a] - last[b]).sum() for a, b in ((0, 1), (0, 2), (1, 2))) > 0.1
    assert np.std(snippet.W) * 12**0.5 == pytest.approx(1, abs=0.15)
    np.testing.assert_array_equal(snippet.positions, np.repeat(np.arange(5.0), 12).reshape(5, 12))
