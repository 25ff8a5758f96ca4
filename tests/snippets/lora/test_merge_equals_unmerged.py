import numpy as np
import pytest
import torch
from peft import LoraConfig, get_peft_model


def adapted(scaling, d_in=5, d_out=7, r=3):
    model = torch.nn.Sequential(torch.nn.Linear(d_in, d_out, bias=False))
    config = LoraConfig(r=r, lora_alpha=scaling * r, target_modules=["0"], init_lora_weights=False)
    return get_peft_model(model, config)


def test_both_forms_are_those_of_peft(snippet):
    for seed, scaling in ((1, 0.5), (2, 3.0)):
        torch.manual_seed(seed)
        model = adapted(scaling)
        layer = model.base_model.model[0]
        W = layer.base_layer.weight.data.clone()
        A, B = layer.lora_A["default"].weight.data, layer.lora_B["default"].weight.data
        x = torch.randn(4, 5)
        with torch.no_grad():
            expected = model(x)
            torch.testing.assert_close(snippet.unmerged(x, W, A, B, scaling), expected)
            merged = snippet.merge(W, A, B, scaling)
            torch.testing.assert_close(x @ merged.T, expected)
            torch.testing.assert_close(merged, model.merge_and_unload()[0].weight)


def test_merge_adds_in_float32_and_rounds_once(snippet):
    torch.manual_seed(3)
    W = torch.randn(6, 6).bfloat16()
    A, B = torch.randn(2, 6).bfloat16(), torch.randn(6, 2).bfloat16()
    exact = W.double() + 0.5 * B.double() @ A.double()
    merged = snippet.merge(W, A, B, 0.5)
    assert merged.dtype == torch.bfloat16
    torch.testing.assert_close(merged, exact.to(torch.bfloat16), rtol=0, atol=0)


def test_rounding_loss_by_hand(snippet):
    W = torch.tensor([1.0, 1.0, 1.0, 1.0]).bfloat16()  # beside 1 the bfloat16 grid has steps of 2⁻⁷
    step = 2.0**-7
    unchanged, error = snippet.rounding_loss(W, torch.tensor([0.2, 0.4, 1.0, -3.0]) * step)
    assert unchanged == 0.5  # 0.2 and 0.4 of a step round to nothing
    assert error == pytest.approx(np.sqrt((0.2**2 + 0.4**2) / (0.2**2 + 0.4**2 + 1 + 9)), rel=1e-6)


def test_error_follows_the_grid(snippet):
    # rounding error is uniform in ±ulp/2; E[ulp²] over a normal weight, by brute force in float64
    delta = 0.1 * snippet.W.std() * snippet.direction
    w = snippet.W.double()
    ulp = 2.0 ** (torch.floor(torch.log2(w.abs())) - 7)
    predicted = torch.sqrt((ulp**2 / 12).mean()) / delta.double().square().mean().sqrt()
    _, error = snippet.rounding_loss(snippet.W.bfloat16(), delta)
    assert error == pytest.approx(predicted.item(), rel=0.05)
    _, finer = snippet.rounding_loss(snippet.W.half(), delta)
    assert error / finer == pytest.approx(8, rel=0.02)  # three more bits of mantissa


def test_the_page_states_what_the_table_shows(snippet):
    assert torch.std(snippet.direction).item() == pytest.approx(1)
    torch.manual_seed(0)
    W = torch.randn(512, 512) / 512**0.5
    A, B = torch.randn(8, 512), torch.randn(512, 8) / 512
    x = torch.randn(64, 512)
    for ours, again in ((snippet.W, W), (snippet.A, A), (snippet.B, B), (snippet.x, x)):
        torch.testing.assert_close(ours, again)
    torch.testing.assert_close(snippet.y, x @ (W + 2 * B @ A).T, rtol=1e-4, atol=1e-5)
    expected = (x @ snippet.merge(W, A, B, 2).T - snippet.y).abs().max() / snippet.y.abs().max()
    torch.testing.assert_close(snippet.difference, expected)
    assert snippet.difference < 1e-5
    losses = [
        snippet.rounding_loss(W.bfloat16(), ratio * W.std() * snippet.direction)[1] for ratio in (1e-3, 1e-2, 1e-1)
    ]
    assert losses[0] > 0.7 and losses[1] / losses[2] == pytest.approx(10, rel=0.02)  # inverse to the update's size
