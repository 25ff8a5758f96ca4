import numpy as np
import torch
from peft import LoraConfig, get_peft_model


def random_layer(seed, n=7, d_in=5, d_out=9, r=3):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in ((n, d_in), (d_out, d_in), (r, d_in), (d_out, r), (n, d_out))]


def test_output_and_gradients_are_those_of_peft(snippet):
    for alpha in (1, 6, 0.5):
        x, W0, A, B, G = random_layer(seed=3)
        model = torch.nn.Sequential(torch.nn.Linear(5, 9, bias=False)).double()
        config = LoraConfig(r=3, lora_alpha=alpha, target_modules=["0"])
        layer = get_peft_model(model, config, autocast_adapter_dtype=False).base_model.model[0]
        with torch.no_grad():
            layer.base_layer.weight.copy_(torch.tensor(W0))
            layer.lora_A["default"].weight.data = torch.tensor(A)
            layer.lora_B["default"].weight.data = torch.tensor(B)
        inputs = torch.tensor(x, requires_grad=True)
        output = layer(inputs)
        output.backward(torch.tensor(G))
        np.testing.assert_allclose(snippet.forward(x, W0, A, B, alpha), output.detach().numpy(), rtol=1e-12)
        expected = (layer.lora_A["default"].weight.grad, layer.lora_B["default"].weight.grad, inputs.grad)
        for ours, theirs in zip(snippet.backward(G, x, W0, A, B, alpha), expected, strict=True):
            np.testing.assert_allclose(ours, theirs.numpy(), rtol=1e-10)


def test_adapter_equals_a_changed_weight(snippet):
    x, W0, A, B, _ = random_layer(seed=4, r=2)
    merged = W0 + 10 / 2 * B @ A
    np.testing.assert_allclose(snippet.forward(x, W0, A, B, 10), x @ merged.T)


def test_the_demonstration_starts_from_the_base_model(snippet):
    assert np.array_equal(snippet.h, snippet.x @ snippet.W0.T)
    bound = 1 / np.sqrt(snippet.d_in)
    assert 0.5 * bound < abs(snippet.A).max() <= bound and snippet.A.min() < 0 < snippet.A.max()
    assert not snippet.B.any() and snippet.n != len(snippet.W0)
    torch_h = torch.tensor(snippet.h)
    A, B = (torch.tensor(factor, requires_grad=True) for factor in (snippet.A, snippet.B))
    h = torch_h + snippet.alpha / snippet.r * torch.tensor(snippet.x) @ A.T @ B.T
    (h.square().sum() / 2).backward()
    np.testing.assert_allclose(snippet.dB, B.grad.numpy())
    np.testing.assert_allclose(snippet.dA, A.grad.numpy())
    assert snippet.dB.any() and not snippet.dA.any()


def test_demonstration_input_is_reproducible(snippet):
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(snippet.x, rng.normal(size=(5, 8)))
    np.testing.assert_array_equal(snippet.W0, rng.normal(size=(6, 8)))
    np.testing.assert_allclose(snippet.A, (2 * rng.random((2, 8)) - 1) / np.sqrt(8))
    assert snippet.alpha == 4
