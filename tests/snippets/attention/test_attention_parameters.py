import torch
from transformers import LlamaConfig
from transformers.models.llama.modeling_llama import LlamaAttention


def count(module):
    return sum(p.numel() for p in module.parameters())


def test_counts_are_those_of_torch(snippet):
    for d, heads in ((8, 1), (8, 2), (12, 6)):
        for bias in (False, True):
            module = torch.nn.MultiheadAttention(d, heads, bias=bias)
            assert snippet.attention_parameters(d, heads, bias=bias) == count(module) == 4 * d * d + bias * 4 * d


def test_counts_are_those_of_llama_layers(snippet):
    for d, heads, kv_heads, d_h, bias in ((12, 6, 2, 2, True), (12, 6, 1, 8, False), (16, 4, 4, 6, True)):
        config = LlamaConfig(
            hidden_size=d, num_attention_heads=heads, num_key_value_heads=kv_heads, head_dim=d_h, attention_bias=bias
        )
        assert snippet.attention_parameters(d, heads, kv_heads, d_h, bias) == count(LlamaAttention(config, 0))
    config = LlamaConfig(hidden_size=12, num_attention_heads=6, num_key_value_heads=2)
    assert snippet.attention_parameters(12, 6, 2) == count(LlamaAttention(config, 0))  # d_h defaults to d / heads


def test_what_the_page_concludes(snippet):
    lines = snippet.printed.splitlines()
    assert all(f"{4 * 4096**2:,} parameters" in line for line in lines[:4])
    assert lines[4].endswith(f"{4 * 4096**2 + 4 * 4096:,}")
    assert f"{2 * 4096**2 + 2 * 4096 * 8 * 128:,} (62.5%)" in lines[6]
    assert f"{2 * 4096**2 + 2 * 4096 * 128:,}" in lines[7]
    assert lines[8].endswith("= 4 d²") and lines[9].endswith("= 8 d²")
