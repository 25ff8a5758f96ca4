import pytest
import torch
from peft import LoraConfig, get_peft_model
from peft.optimizers import create_loraplus_optimizer
from torch import nn


def by_parameter(optimizer):
    return {id(p): (g["lr"], g["weight_decay"]) for g in optimizer.param_groups for p in g["params"]}


def test_rates_of_the_factors_are_those_of_peft(snippet):
    model = get_peft_model(
        nn.Sequential(nn.Linear(5, 6), nn.Linear(6, 4), nn.Linear(4, 3)),
        LoraConfig(r=2, target_modules=["0", "1"], modules_to_save=["2"]),
    )
    ours = by_parameter(torch.optim.AdamW(snippet.parameter_groups(model, 2e-3, ratio=8, head_decay=0.3)))
    theirs = by_parameter(create_loraplus_optimizer(model, torch.optim.AdamW, lr=2e-3, loraplus_lr_ratio=8))
    trainable = {name: p for name, p in model.named_parameters() if p.requires_grad}
    assert set(ours) == {id(p) for p in trainable.values()} == set(theirs)
    for name, parameter in trainable.items():
        if "lora" in name:
            assert ours[id(parameter)] == pytest.approx(theirs[id(parameter)])
            assert ours[id(parameter)] == ((2e-3, 0) if "lora_A" in name else (1.6e-2, 0))
        else:
            assert ours[id(parameter)] == (2e-3, 0.3 if parameter.ndim > 1 else 0)


def test_default_is_one_rate_and_the_usual_decay(snippet):
    model = nn.Sequential(snippet.Adapted(nn.Linear(4, 4), 2), nn.Linear(4, 2))
    groups = {group["name"]: group for group in snippet.parameter_groups(model, 0.5)}
    assert {group["lr"] for group in groups.values()} == {0.5}
    usual = torch.optim.AdamW(model.parameters()).defaults["weight_decay"]
    assert groups["full"]["weight_decay"] == usual == 0.01
    assert [groups[n]["weight_decay"] for n in ("A", "B", "full, biases and norms")] == [0, 0, 0]


def test_empty_groups_are_left_out(snippet):
    model = nn.Sequential(snippet.Adapted(nn.Linear(4, 4), 2))
    assert [group["name"] for group in snippet.parameter_groups(model, 1e-3)] == ["A", "B"]


def test_a_step_without_gradient_leaves_the_adapter_and_shrinks_the_head(snippet):
    before = {name: p.detach().clone() for name, p in snippet.model.named_parameters()}
    for parameter in snippet.model.parameters():
        if parameter.requires_grad:
            parameter.grad = torch.zeros_like(parameter)
    snippet.optimizer.step()
    for name, parameter in snippet.model.named_parameters():
        factor = 1 - 1e-3 * 0.01 if name == "2.weight" else 1
        torch.testing.assert_close(parameter.detach(), factor * before[name], rtol=1e-7, atol=0)


def test_layer_is_the_base_plus_its_adapter(snippet):
    layer = snippet.Adapted(nn.Linear(5, 3), r=2)
    assert not layer.lora_B.any() and not any(p.requires_grad for p in layer.base.parameters())
    with torch.no_grad():
        layer.lora_B.normal_()
    x = torch.randn(4, 5)
    expected = nn.functional.linear(x, layer.base.weight + layer.lora_B @ layer.lora_A, layer.base.bias)
    torch.testing.assert_close(layer(x), expected)


def test_page_shows_a_group_for_each_kind(snippet):
    assert [group["name"] for group in snippet.optimizer.param_groups] == ["A", "B", "full", "full, biases and norms"]
    sizes = [sum(p.numel() for p in g["params"]) for g in snippet.optimizer.param_groups]
    assert sizes == [4 * 16, 32 * 4, 32 * 3, 3]
