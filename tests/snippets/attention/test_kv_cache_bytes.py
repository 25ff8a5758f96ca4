import numpy as np
import torch
from transformers import DynamicCache


def test_it_is_what_a_cache_holds(snippet):
    for layers, kv_heads, head_dim, tokens, dtype in ((2, 3, 4, 5, torch.bfloat16), (3, 1, 8, 2, torch.float32)):
        cache = DynamicCache()
        for layer in range(layers):
            cache.update(*torch.zeros(2, 1, kv_heads, tokens, head_dim, dtype=dtype), layer)
        held = sum(x.nbytes for layer in cache.layers for x in (layer.keys, layer.values))
        assert (
            snippet.cache_bytes(tokens, layers=layers, kv_heads=kv_heads, head_dim=head_dim, itemsize=dtype.itemsize)
            == held
        )
    assert snippet.cache_bytes(1, layers=1, kv_heads=1, head_dim=1) == 4  # a key and a value, in sixteen bits


def test_the_published_configuration(snippet):
    assert snippet.cache_bytes(1, kv_heads=8, **snippet.llama_3_8b) == 128 * 1024
    assert snippet.cache_bytes(8192, kv_heads=8, **snippet.llama_3_8b) == 2**30
    assert snippet.cache_bytes(8192, kv_heads=32, **snippet.llama_3_8b) == 4 * 2**30
    rows = [line.split() for line in snippet.printed.splitlines()[1:4]]
    for row, kv_heads in zip(rows, (32, 8, 1), strict=True):
        token = 2 * 32 * kv_heads * 128 * 2
        sequence = token * 8192
        expected = [kv_heads, token / 1024, sequence / 2**30, token * 131072 / 2**30, 24 * 2**30 // sequence]
        assert [float(x) for x in row[1:]] == expected


def test_picture(snippet):
    ax = snippet.figures[0].axes[0]
    for line, kv_heads in zip(ax.lines, (32, 8, 1), strict=True):
        np.testing.assert_array_equal(line.get_xdata(), [1, 2**13, 2**17])
        np.testing.assert_allclose(line.get_ydata(), np.array([2**-16, 1 / 8, 2]) * kv_heads)
        assert f"{kv_heads} key-value heads" in line.get_label()
    assert "tokens" in ax.get_xlabel() and "GiB" in ax.get_ylabel() and ax.get_legend()
