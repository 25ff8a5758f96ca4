import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM


def test_counts_are_those_of_the_published_architecture(snippet):
    config = LlamaConfig(
        hidden_size=8192,
        intermediate_size=28672,
        num_hidden_layers=80,
        num_attention_heads=64,
        num_key_value_heads=8,
        vocab_size=128256,
        tie_word_embeddings=False,
    )
    with torch.device("meta"):
        model = LlamaForCausalLM(config)
    linear = [m for name, m in model.named_modules() if isinstance(m, torch.nn.Linear) and name != "lm_head"]
    assert snippet.linear == sum(m.weight.numel() for m in linear)
    assert snippet.linear + snippet.other == sum(p.numel() for p in model.parameters())
    assert snippet.adapter == sum(16 * (m.in_features + m.out_features) for m in linear)


def test_only_the_quantised_base_fits(snippet):
    total, a = snippet.linear + snippet.other, snippet.adapter
    quantised = snippet.linear * (4 + 8 / 64 + 32 / (64 * 256)) / 8
    expected = [16 * total, 2 * total + 16 * a, 2 * snippet.other + quantised + 16 * a]
    rows = snippet.printed.splitlines()[2:]
    for row, size in zip(rows, expected, strict=True):
        assert float(row.split()[1]) == pytest.approx(size / 1e9, abs=0.06)
        assert row.endswith(str(size < 80e9))
    assert [row.split()[-1] for row in rows] == ["False", "False", "True"]
