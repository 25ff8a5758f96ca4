import torch
from peft import LoraConfig, get_peft_model
from torch import nn
from transformers import MixtralConfig, MixtralForCausalLM


def adapted_layers(model, names):
    """What PEFT adapts: the owners of the lora_A parameters."""
    wrapped = get_peft_model(model, LoraConfig(r=2, target_modules=names))
    return [name.split(".lora_A")[0].rpartition(".")[2] for name, _ in wrapped.named_parameters() if "lora_A" in name]


def test_matches_are_those_of_peft(snippet):
    for mlp in (nn.ModuleDict(snippet.dense), snippet.Experts()):
        matched, _ = snippet.audit(snippet.block(mlp), snippet.names)
        found = adapted_layers(snippet.block(mlp), snippet.names)
        assert matched == {name: found.count(name) for name in snippet.names}


def test_share_counts_the_weights_and_not_the_biases(snippet):
    model = nn.Sequential()
    model.add_module("a", nn.Linear(3, 4))
    model.add_module("b", nn.Linear(4, 7))
    model.add_module("norm", nn.LayerNorm(7))
    assert snippet.audit(model, ["a"]) == ({"a": 1}, 12 / 40)
    assert snippet.audit(model, ["a", "b"]) == ({"a": 1, "b": 1}, 1)
    assert snippet.audit(model, ["norm"]) == ({"norm": 0}, 0)
    nested = nn.ModuleDict({"x": nn.ModuleDict({"a": nn.Linear(2, 2)}), "y": nn.ModuleDict({"a": nn.Linear(2, 2)})})
    assert snippet.audit(nested, ["a"])[0] == {"a": 2}


def test_current_libraries_store_experts_this_way():
    config = MixtralConfig(
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=2,
        vocab_size=9,
    )
    with torch.device("meta"):
        model = MixtralForCausalLM(config)
    shapes = {name.rpartition(".")[2]: p.ndim for name, p in model.named_parameters() if "experts" in name}
    assert shapes == {"gate_up_proj": 3, "down_proj": 3}
    assert not [name for name, module in model.named_modules() if isinstance(module, nn.Linear) and "experts" in name]


def test_page_figures(snippet):
    lines = snippet.printed.splitlines()
    attention, fused = 2 * 64 * 64, 4 * 64 * (2 * 128 + 128)
    assert "100%" in lines[0] and lines[1].endswith("none")
    assert f"{attention / (attention + fused):.0%} of" in lines[2]
    assert lines[3].endswith("['gate_up_proj', 'down_proj']")
    for options, (experts, width, hidden) in (({}, (4, 64, 128)), ({"experts": 3, "width": 5, "hidden": 6}, (3, 5, 6))):
        parameters = dict(snippet.Experts(**options).named_parameters())
        assert parameters["gate_up_proj"].shape == (experts, 2 * hidden, width)
        assert parameters["down_proj"].shape == (experts, width, hidden)
    attention = snippet.block(nn.ModuleDict(snippet.dense))["attention"]
    for projection in (attention["q_proj"], attention["v_proj"]):
        assert projection.weight.shape == (64, 64) and projection.bias is None
    assert snippet.dense["gate_up_proj"].weight.shape == (256, 64) and snippet.dense["down_proj"].weight.shape == (
        64,
        128,
    )
