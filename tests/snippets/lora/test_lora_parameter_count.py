import warnings
from copy import deepcopy

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

NAMES = {
    "q, v": ["q", "v"],
    "attention": ["q", "k", "v", "o"],
    "all linear": ["q", "k", "v", "o", "gate", "up", "down"],
}


def meta_model(layers, width, kv_width, ffn, vocab):
    config = LlamaConfig(
        hidden_size=width,
        intermediate_size=ffn,
        num_hidden_layers=layers,
        num_attention_heads=width // 128,
        num_key_value_heads=kv_width // 128,
        vocab_size=vocab,
        tie_word_embeddings=False,
    )
    with torch.device("meta"):
        return LlamaForCausalLM(config)


def peft_count(model, names, r):
    targets = "all-linear" if len(names) == 7 else [f"{name}_proj" for name in names]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wrapped = get_peft_model(model, LoraConfig(r=r, target_modules=targets), low_cpu_mem_usage=True)
    return wrapped.get_nb_trainable_parameters()[0]


def test_model_size_is_that_of_the_published_architecture(snippet, llama_3_8b):
    assert snippet.total == sum(p.numel() for p in llama_3_8b.parameters())
    other = {"layers": 3, "width": 512, "kv_width": 256, "ffn": 700, "vocab": 1000}
    assert snippet.model_size(**other) == sum(p.numel() for p in meta_model(**other).parameters())


@pytest.mark.parametrize("label", NAMES)
def test_counts_are_those_of_peft_on_the_whole_model(snippet, label, llama_3_8b):
    for r in (8, 16, 64) if label == "all linear" else (8,):
        expected = peft_count(deepcopy(llama_3_8b), NAMES[label], r)
        assert snippet.lora_size(NAMES[label], r, **snippet.CONFIG) == expected
        assert f"{expected:,}" in snippet.printed


def test_counts_are_those_of_peft_on_another_shape(snippet):
    other = {"layers": 2, "width": 384, "kv_width": 128, "ffn": 500, "vocab": 77}
    for names in NAMES.values():
        assert snippet.lora_size(names, 5, **other) == peft_count(meta_model(**other), names, 5)


def test_page_figures(snippet):
    assert snippet.adapter == 65536 and snippet.full == 16777216
    first = snippet.printed.splitlines()[0]
    assert first.endswith(f"= {100 * 2 * 8 / 4096:.2f}%") and snippet.full == 256 * snippet.adapter
    rows = snippet.printed.split("share\n")[1].splitlines()
    assert len(rows) == 9
    for row in rows:
        label, r, count, share = row[:13].strip(), *row[13:].replace(",", "").split()
        assert int(count) == snippet.lora_size(NAMES[label], int(r), **snippet.CONFIG)
        assert share == f"{int(count) / 8030261248:.2%}"
