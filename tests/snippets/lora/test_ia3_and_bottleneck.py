import numpy as np
import pytest
import torch
from peft import IA3Config, get_peft_model


def test_ia3_is_that_of_peft(snippet):
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(5, 4, bias=False)).double()
    peft = get_peft_model(model, IA3Config(target_modules=["0"], feedforward_modules=[])).double()
    layer = peft.base_model.model[0]
    scale = torch.tensor([0.5, 2.0, -1.0, 1.3], dtype=torch.float64)
    layer.ia3_l["default"].data = scale[:, None]
    x, W = torch.randn(3, 5, dtype=torch.float64), layer.base_layer.weight.detach().numpy()
    ours = snippet.ia3(x.numpy(), W, scale.numpy())
    np.testing.assert_allclose(ours, peft(x).detach().numpy())
    merged = peft.merge_and_unload()[0].weight.detach().numpy()
    np.testing.assert_allclose(merged, scale.numpy()[:, None] * W)


def test_bottleneck_is_a_residual_relu_network(snippet):
    rng = np.random.default_rng(1)
    h, down, up = rng.normal(size=(3, 4)), rng.normal(size=(2, 4)), rng.normal(size=(4, 2))
    t = torch.tensor
    expected = t(h) + torch.relu(t(h) @ t(down).T) @ t(up).T
    np.testing.assert_allclose(snippet.bottleneck(h, down, up), expected.numpy())


def test_even_part_vanishes_for_linear_maps_only(snippet):
    rng = np.random.default_rng(2)
    M, x = rng.normal(size=(4, 3)), rng.normal(size=(5, 4))
    assert snippet.even_part(lambda v: v @ M, x) < 1e-12
    assert snippet.even_part(lambda v: v @ M - 1, x) == pytest.approx(2)
    assert snippet.even_part(np.abs, x) == pytest.approx(2 * np.abs(x).max())


def test_even_part_of_the_bottleneck_is_the_one_derived(snippet):
    rng = np.random.default_rng(3)
    h, down, up = rng.normal(size=(3, 4)), rng.normal(size=(2, 4)), rng.normal(size=(4, 2))
    derived = np.abs(np.abs(h @ down.T) @ up.T).max()  # U |D h|
    assert snippet.even_part(lambda v: snippet.bottleneck(v, down, up), h) == pytest.approx(derived)


def test_demonstration(snippet):
    rng = np.random.default_rng(0)
    W, scale = rng.standard_normal((6, 5)), rng.standard_normal(6)
    np.testing.assert_array_equal(snippet.merged, np.diag(scale) @ W)
    down, up = rng.standard_normal((2, 6)), rng.standard_normal((6, 2))
    x = rng.standard_normal((4, 5))
    for ours, again in ((snippet.down, down), (snippet.up, up), (snippet.x, x), (snippet.h, x @ W.T)):
        np.testing.assert_array_equal(ours, again)
    np.testing.assert_allclose(snippet.silent, x @ W.T)
    assert not np.allclose(snippet.bottleneck(x @ W.T, down, up), x @ W.T)
