import pytest
import torch
from peft import IA3Config, LoraConfig, PrefixTuningConfig, PromptTuningConfig, VeraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

LAYERS, D, KV, HIDDEN = 3, 32, 16, 48


def trained(peft_config):
    torch.manual_seed(0)
    model = LlamaForCausalLM(LlamaConfig(
        hidden_size=D, intermediate_size=HIDDEN, num_hidden_layers=LAYERS, num_attention_heads=4, num_key_value_heads=2, vocab_size=64,
    ))  # fmt: skip
    wrapped = get_peft_model(model, peft_config)
    return sum(p.numel() for p in wrapped.parameters() if p.requires_grad)


@pytest.fixture
def shapes(snippet):
    return snippet.linear_shapes(D, KV, HIDDEN)


def test_low_rank_methods_count_as_in_peft(snippet, shapes):
    assert LAYERS * snippet.lora(shapes, 5) == trained(LoraConfig(r=5, target_modules="all-linear"))
    assert LAYERS * snippet.dora(shapes, 5) == trained(LoraConfig(r=5, target_modules="all-linear", use_dora=True))
    assert LAYERS * snippet.vera({"q": shapes["q"], "o": shapes["o"]}, 7) == trained(
        VeraConfig(r=7, target_modules=["q_proj", "o_proj"])
    )
    assert LAYERS * snippet.vera({"v": shapes["v"], "k": shapes["k"]}, 2) == trained(
        VeraConfig(r=2, target_modules=["v_proj", "k_proj"])
    )


def test_ia3_and_prompts_count_as_in_peft(snippet, shapes):
    config = IA3Config(target_modules=["k_proj", "v_proj", "down_proj"], feedforward_modules=["down_proj"])
    assert LAYERS * snippet.ia3(shapes) == trained(config)
    assert LAYERS * snippet.prefix(KV, 6) == trained(PrefixTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=6))
    assert trained(PromptTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=6)) == 6 * D


def test_bottleneck_counts_as_two_linear_layers(snippet):
    module = torch.nn.Sequential(torch.nn.Linear(D, 5), torch.nn.ReLU(), torch.nn.Linear(5, D))
    assert snippet.bottleneck(D, 5) == sum(p.numel() for p in module.parameters())


def test_shapes_are_those_of_the_model(snippet, shapes):
    model = LlamaForCausalLM(LlamaConfig(
        hidden_size=D, intermediate_size=HIDDEN, num_hidden_layers=1, num_attention_heads=4, num_key_value_heads=2, vocab_size=64,
    ))  # fmt: skip
    found = {
        name.split(".")[-1].removesuffix("_proj"): (m.in_features, m.out_features)
        for name, m in model.named_modules()
        if name.endswith("_proj")
    }
    assert shapes == found


def test_table_of_the_page(snippet):
    assert snippet.counts["prompt tuning, 20 tokens"] == 20 * 4096
    assert snippet.equal == 33_820_672 * 16 / 41_943_040
    assert list(snippet.counts.values()) == sorted(snippet.counts.values())
    assert (
        snippet.counts["LoRA, rank 16, all linear"] == 41_943_040
        and snippet.counts["full"] == snippet.total == 8_030_261_248
    )
    assert snippet.counts["DoRA, rank 16, all linear"] - 41_943_040 == 1_376_256
    assert snippet.counts["adapters 64, two a block"] == 2 * snippet.counts["adapter 64 after the MLP"]
