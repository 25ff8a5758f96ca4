import pytest
import torch


def reference_quantise(snippet, W, block):
    """Nearest code of each scaled weight, by brute force."""
    w = W.reshape(-1, block)
    scale = w.abs().max(dim=1, keepdim=True).values
    codes = (w[..., None] / scale[..., None] - snippet.NF4).abs().argmin(-1)
    return codes.flatten(), scale


def test_codes_are_nearest_and_packed_two_a_byte(snippet):
    torch.manual_seed(1)
    W = torch.randn(6, 32)
    for block in (16, 64):
        codes, scale = reference_quantise(snippet, W, block)
        packed, ours = snippet.quantise(W, block)
        assert packed.dtype == torch.uint8 and packed.shape == (96,)
        assert torch.equal(ours, scale)
        assert torch.equal(packed.long(), 16 * codes[0::2] + codes[1::2])
        restored = (snippet.NF4[codes].reshape(-1, block) * scale).reshape(6, 32)
        assert torch.equal(snippet.dequantise(packed, scale, (6, 32), torch.float32), restored)
        assert snippet.dequantise(packed, scale, (6, 32), torch.bfloat16).dtype == torch.bfloat16
    assert snippet.quantise(W)[1].shape == (3, 1)  # blocks of 64


def test_code_table(snippet):
    from scipy.stats import norm

    positive = norm.ppf([0.9677083 - 0.4677083 * i / 8 for i in range(8)])
    negative = -norm.ppf([0.9677083 - 0.4677083 * i / 7 for i in range(7)])
    expected = sorted([*positive, 0, *negative])
    torch.testing.assert_close(snippet.NF4.double(), torch.tensor(expected) / max(expected), atol=5e-6, rtol=0)


def plain(snippet, layer, x):
    W = snippet.dequantise(layer.packed, layer.scale, layer.shape, x.dtype)
    return x @ (W + layer.scaling * layer.B @ layer.A).T


def test_output_and_gradients_equal_an_ordinary_layer(snippet):
    torch.manual_seed(2)
    layer = snippet.QLoRALinear(torch.randn(6, 64), rank=3, alpha=12)
    torch.nn.init.normal_(layer.B)
    assert layer.scaling == 4
    results = []
    for forward in (layer, lambda x: plain(snippet, layer, x)):
        x = torch.linspace(-1, 2, 128).reshape(2, 64).requires_grad_()
        y = forward(x)
        (y * torch.arange(12.0).reshape(2, 6)).sum().backward()
        results.append([y.detach(), x.grad, layer.A.grad.clone(), layer.B.grad.clone()])
        layer.zero_grad()
    for ours, theirs in zip(*results, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)


def test_backward_keeps_codes_and_no_full_matrix(snippet):
    torch.manual_seed(3)
    layer = snippet.QLoRALinear(torch.randn(256, 256), rank=2, alpha=2)
    saved = []
    with torch.autograd.graph.saved_tensors_hooks(lambda t: saved.append(t) or t, lambda t: t):
        layer(torch.randn(4, 256, requires_grad=True))
    assert not any(t.is_floating_point() and t.numel() >= 256 * 256 for t in saved)
    assert any(t.dtype == torch.uint8 for t in saved)


def test_starts_as_the_quantised_base_and_trains_only_the_adapter(snippet):
    torch.manual_seed(4)
    W = torch.randn(64, 128)
    layer = snippet.QLoRALinear(W, rank=4, alpha=8)
    x = torch.randn(3, 128)
    base = snippet.dequantise(*snippet.quantise(W), (64, 128), torch.float32)
    torch.testing.assert_close(layer(x), x @ base.T)
    assert 0 < (base - W).std() < 0.15
    assert layer.A.std().item() == pytest.approx(128**-0.5, rel=0.15)  # 512 draws: standard error 3 %
    assert {name for name, _ in layer.named_parameters()} == {"A", "B"}
    before = layer.packed.clone()
    optimizer = torch.optim.AdamW(layer.parameters())
    layer(x).square().sum().backward()
    optimizer.step()
    assert torch.equal(layer.packed, before) and layer.B.any()
    assert {"packed", "scale", "A", "B"} == set(layer.state_dict())
    y = layer(x.bfloat16())
    assert y.dtype == torch.bfloat16 and layer.A.dtype == torch.float32


def test_demonstration(snippet):
    assert snippet.stored == 512 * 512 // 2 + 4 * 512 * 512 // 64
    assert snippet.layer.A.shape == (8, 512) and snippet.layer.scaling == 2
    assert snippet.layer.B.grad.any() and not snippet.layer.A.grad.any()  # B is zero, so A has no gradient yet
    torch.manual_seed(0)
    torch.testing.assert_close(snippet.W, torch.randn(512, 512) / 512**0.5)
    torch.testing.assert_close(snippet.layer.A.data, torch.randn(8, 512) / 512**0.5)
    torch.testing.assert_close(snippet.x.data, torch.randn(4, 512).bfloat16())
    W = snippet.dequantise(snippet.layer.packed, snippet.layer.scale, (512, 512), torch.float32)
    assert W.std().item() == pytest.approx(512**-0.5, rel=0.02)
    y = snippet.x.detach().float() @ W.T
    torch.testing.assert_close(snippet.x.grad.float(), 2 * y @ W, rtol=0.05, atol=0.2)
    assert snippet.x.shape == (4, 512)
