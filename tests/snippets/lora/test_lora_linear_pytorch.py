import torch
from peft import LoraConfig, get_peft_model
from torch import nn


def peft_twin(layer, r, alpha, dropout=0.0):
    base = nn.Linear(layer.base.in_features, layer.base.out_features)
    base.load_state_dict(layer.base.state_dict())
    config = LoraConfig(r=r, lora_alpha=alpha, lora_dropout=dropout, target_modules=["0"])
    twin = get_peft_model(nn.Sequential(base), config).base_model.model[0]
    twin.lora_A["default"].weight.data = layer.A.data.clone()
    twin.lora_B["default"].weight.data = layer.B.data.clone()
    return twin


def test_outputs_and_gradients_are_those_of_peft(snippet):
    torch.manual_seed(5)
    for alpha, dropout in ((3, 0.0), (8, 0.4)):
        layer = snippet.LoRALinear(nn.Linear(7, 11), r=4, alpha=alpha, dropout=dropout)
        with torch.no_grad():
            layer.B.normal_()
        twin = peft_twin(layer, 4, alpha, dropout)
        x, gradient = torch.randn(6, 7), torch.randn(6, 11)
        outputs = []
        for module in (layer, twin):
            torch.manual_seed(9)  # the same dropout mask
            outputs.append(module(x))
            outputs[-1].backward(gradient)
        torch.testing.assert_close(*outputs)
        torch.testing.assert_close(layer.A.grad, twin.lora_A["default"].weight.grad)
        torch.testing.assert_close(layer.B.grad, twin.lora_B["default"].weight.grad)
        torch.testing.assert_close(layer.eval()(x), twin.eval()(x))


def test_only_the_factors_train(snippet):
    layer = snippet.LoRALinear(nn.Linear(7, 11), r=4, alpha=4)
    assert {name for name, p in layer.named_parameters() if p.requires_grad} == {"A", "B"}
    assert layer.A.shape == (4, 7) and layer.B.shape == (11, 4)


def test_default_start_is_uniform_in_plus_minus_one_over_root_d_in(snippet):
    torch.manual_seed(0)
    layer = snippet.LoRALinear(nn.Linear(400, 3), r=50, alpha=1)
    assert 0.049 < layer.A.max() <= 0.05 and -0.05 <= layer.A.min() < -0.049
    assert abs(layer.A.std() - 0.05 / 3**0.5) < 0.0005  # standard error of 20,000 draws is about 0.0001
    assert not layer.B.any()
    x = torch.randn(5, 400)
    assert torch.equal(layer(x), layer.base(x))  # the default drops nothing, and B is zero


def test_default_has_no_dropout(snippet):
    assert snippet.LoRALinear(nn.Linear(4, 4), 2, 2).dropout.p == 0


def test_page_says_that_only_b_has_a_gradient_at_the_start(snippet):
    assert "True" in snippet.printed
    assert not snippet.layer.A.grad.any() and snippet.layer.B.grad.any()
    G = 2 * snippet.base(snippet.x)
    torch.testing.assert_close(snippet.layer.B.grad, 2 * G.T @ (snippet.x @ snippet.layer.A.T))
    assert snippet.layer.scale == 2
    torch.manual_seed(0)
    assert torch.equal(nn.Linear(8, 6).weight, snippet.base.weight)
