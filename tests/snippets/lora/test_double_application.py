import numpy as np
import pytest
import torch
from peft import LoraConfig, get_peft_model


@pytest.fixture
def layer(snippet):
    rng = np.random.default_rng(1)
    return snippet.AdaptedLinear(rng.normal(size=(4, 5)), rng.normal(size=(2, 5)), rng.normal(size=(4, 2)), 1.5)


def test_states_agree_with_peft(snippet, layer):
    model = torch.nn.Sequential(torch.nn.Linear(5, 4, bias=False)).double()
    peft = get_peft_model(model, LoraConfig(r=2, lora_alpha=3, target_modules=["0"]), autocast_adapter_dtype=False)
    inner = peft.base_model.model[0]
    inner.base_layer.weight.data = torch.tensor(layer.W)
    inner.lora_A["default"].weight.data = torch.tensor(layer.A)
    inner.lora_B["default"].weight.data = torch.tensor(layer.B)
    x = np.random.default_rng(2).normal(size=(3, 5))
    t = torch.tensor(x)
    np.testing.assert_allclose(layer(x), peft(t).detach().numpy())
    layer.active = False
    with peft.disable_adapter():
        np.testing.assert_allclose(layer(x), peft(t).detach().numpy())
    layer.merge()
    peft.merge_adapter()
    np.testing.assert_allclose(layer(x), peft(t).detach().numpy())
    assert layer.merged and not layer.active


def test_merging_twice_is_refused_and_changes_nothing(layer):
    layer.merge()
    W = layer.W.copy()
    with pytest.raises(RuntimeError, match="twice"):
        layer.merge()
    np.testing.assert_array_equal(layer.W, W)


def test_callers_matrix_is_not_changed(snippet):
    W = np.zeros((2, 2))
    layer = snippet.AdaptedLinear(W, np.ones((1, 2)), np.ones((2, 1)), 1.0)
    assert layer.active and not layer.merged
    layer.merge()
    assert not W.any() and (layer.W == 1).all()


def test_doubled_update_is_exactly_one_update_off(snippet, layer):
    x = np.random.default_rng(3).normal(size=(3, 5))
    once = layer(x)
    base = x @ layer.W.T
    layer.merge()
    layer.active = True
    np.testing.assert_allclose(layer(x) - once, once - base)


def test_demonstration(snippet):
    passes = [line.endswith("True") for line in snippet.printed.splitlines()[:4]]
    assert passes == [True, False, True, False]
    rng = np.random.default_rng(0)
    W, A, B = rng.standard_normal((32, 32)), rng.standard_normal((4, 32)), rng.standard_normal((32, 4))
    probe = rng.standard_normal((3, 32))
    np.testing.assert_allclose(snippet.golden, probe @ (W + B @ A / 2).T)
    np.testing.assert_allclose(snippet.update, probe @ (B @ A / 2).T)
    assert snippet.layer.merged and snippet.layer.active
