import numpy as np
import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention
from transformers import DeepseekV3Config


def arrays(seed, heads, d_h, d_r, n, r):
    rng = np.random.default_rng(seed)
    shapes = (heads, d_h), (heads, d_r), (n, r), (n, d_r), (heads, r, d_h), (heads, r, d_h)
    return [rng.normal(size=shape) for shape in shapes]


def test_both_ways_are_attention_with_concatenated_keys(snippet):
    for sizes in ((1, 1, 1, 1, 1), (3, 5, 2, 7, 4), (4, 2, 3, 6, 9)):
        q, q_r, C, K_r, W_k, W_v = data = arrays(1, *sizes)
        query = np.concatenate([q, q_r], axis=-1)[:, None]
        keys = np.concatenate([C @ W_k, np.broadcast_to(K_r, (sizes[0], *K_r.shape))], axis=-1)
        expected = scaled_dot_product_attention(*map(torch.tensor, (query, keys, C @ W_v)))[:, 0]
        np.testing.assert_allclose(snippet.unpacked(*data), expected, atol=1e-12)
        np.testing.assert_allclose(snippet.absorbed(*data), expected, atol=1e-12)


def test_softmax_is_stable(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 1e4], [0, -1e4]])), [[0.5, 0.5], [1, 0]])
    batch = np.random.default_rng(1).normal(size=(3, 4))
    np.testing.assert_allclose(snippet.softmax(batch), torch.tensor(batch).softmax(-1))


def test_the_configuration_is_deepseek_v3(snippet):
    config = DeepseekV3Config()
    values = config.kv_lora_rank + config.qk_rope_head_dim
    assert values == 576 and config.num_hidden_layers == snippet.layers
    assert config.num_attention_heads == 128 and config.v_head_dim == config.qk_nope_head_dim == 128
    rows = snippet.printed.splitlines()[1:]
    for row, count in zip(rows, (values, 2 * 8 * 128, 2 * 128 * 128), strict=True):
        *_, held, _, _, kib, _, _, _, ratio, _ = row.split()
        assert int(held) == count
        assert float(kib) == pytest.approx(count * 61 * 2 / 1024, abs=0.05)
        assert float(ratio) == pytest.approx(count / 576, abs=0.05)


def test_demonstration_uses_different_sizes(snippet):
    assert [a.shape for a in snippet.arrays] == [(4, 8), (4, 2), (9, 6), (9, 2), (4, 6, 8), (4, 6, 8)]
    np.testing.assert_array_equal(snippet.arrays[0], np.random.default_rng(0).normal(size=(4, 8)))  # in every run
    np.testing.assert_allclose(snippet.unpacked(*snippet.arrays), snippet.absorbed(*snippet.arrays))
