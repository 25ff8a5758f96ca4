import warnings

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM


def model(vocabulary=50, width=16):
    config = LlamaConfig(
        hidden_size=width,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        vocab_size=vocabulary,
        tie_word_embeddings=False,
    )
    return LlamaForCausalLM(config)


def trained(**options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wrapped = get_peft_model(model(), LoraConfig(r=1, target_modules=["q_proj"], **options))
    return sum(p.numel() for name, p in wrapped.named_parameters() if p.requires_grad and "lora_" not in name)


def test_counts_are_those_of_peft(snippet):
    assert snippet.rows(50, width=16) == trained(modules_to_save=["embed_tokens", "lm_head"])
    assert snippet.rows(50, 16, matrices=1) == trained(modules_to_save=["embed_tokens"])
    indices = {"embed_tokens": [3, 9, 11], "lm_head": [3, 9, 11]}
    assert snippet.rows(3, 16) == trained(trainable_token_indices=indices)


def test_page_figures(snippet, llama_3_8b):
    both = llama_3_8b.get_input_embeddings().weight.numel() + llama_3_8b.get_output_embeddings().weight.numel()
    adapter, matrices, rows = ([*line.replace(",", "").split()] for line in snippet.printed.splitlines()[:3])
    assert int(matrices[2]) == both and float(matrices[4]) == pytest.approx(16e-9 * both, abs=6e-4)
    assert int(rows[5]) == 2 * 8 * 4096 and float(rows[7]) == pytest.approx(16e-9 * 65536, abs=6e-4)
    linear = [m for name, m in llama_3_8b.named_modules() if isinstance(m, torch.nn.Linear) and name != "lm_head"]
    assert int(adapter[2]) == sum(16 * (m.in_features + m.out_features) for m in linear)
    assert snippet.training_bytes(10) == 160
    assert snippet.printed.splitlines()[3].startswith(f"both matrices are {both / int(adapter[2]):.0f} times")
