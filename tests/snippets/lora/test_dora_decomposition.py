import torch
from peft import LoraConfig, get_peft_model


def pair(snippet, seed, d_in=5, d_out=4, r=2, alpha=6):
    torch.manual_seed(seed)
    model = torch.nn.Sequential(torch.nn.Linear(d_in, d_out, bias=False))
    config = LoraConfig(r=r, lora_alpha=alpha, target_modules=["0"], use_dora=True)
    peft = get_peft_model(model, config)
    layer = peft.base_model.model[0]
    ours = snippet.DoRALinear(layer.base_layer.weight.data.clone(), r, alpha)
    ours.A.data, ours.B.data = torch.randn(r, d_in), torch.randn(d_out, r)
    ours.m.data *= torch.rand(d_out) + 0.5
    layer.lora_A["default"].weight.data = ours.A.data.clone()
    layer.lora_B["default"].weight.data = ours.B.data.clone()
    layer.lora_magnitude_vector["default"].weight.data = ours.m.data.clone()
    return ours, peft, layer


def test_output_and_gradients_are_those_of_peft(snippet):
    for seed, alpha in ((1, 6), (2, 1)):
        ours, peft, layer = pair(snippet, seed, alpha=alpha)
        x, g = torch.randn(3, 5), torch.randn(3, 4)
        torch.testing.assert_close(ours(x), peft(x))
        (ours(x) * g).sum().backward()
        (peft(x) * g).sum().backward()
        torch.testing.assert_close(ours.A.grad, layer.lora_A["default"].weight.grad)
        torch.testing.assert_close(ours.B.grad, layer.lora_B["default"].weight.grad)
        torch.testing.assert_close(ours.m.grad, layer.lora_magnitude_vector["default"].weight.grad)
        torch.testing.assert_close(ours.weight(), peft.merge_and_unload()[0].weight)


def test_start_is_the_base_and_lengths_follow_m(snippet):
    torch.manual_seed(3)
    W = torch.randn(7, 9)
    layer = snippet.DoRALinear(W, 3, 3)
    torch.testing.assert_close(layer.weight(), W)
    assert layer.A.shape == (3, 9) and layer.A.any() and not layer.B.any()
    wide = snippet.DoRALinear(torch.randn(2, 400), 8, 8)
    assert abs(wide.A.std().item() * 20 - 1) < 0.1  # 3200 draws: standard error 1.3 %
    torch.nn.init.normal_(layer.B)
    layer.m.data = torch.arange(1.0, 8)
    torch.testing.assert_close(layer.weight().norm(dim=1), torch.arange(1.0, 8))
    direction = W + layer.scaling * layer.B @ layer.A
    torch.testing.assert_close(torch.cosine_similarity(layer.weight(), direction), torch.ones(7))


def test_demonstration(snippet):
    torch.manual_seed(0)
    torch.testing.assert_close(snippet.W, torch.randn(6, 10))
    assert snippet.layer.A.shape == (2, 10) and snippet.layer.scaling == 2
    expected = snippet.W + 2 * snippet.layer.B @ snippet.layer.A
    torch.testing.assert_close(snippet.lora_length, expected.norm(dim=1))
    torch.testing.assert_close(snippet.length, snippet.W.norm(dim=1))
    torch.testing.assert_close(snippet.layer.m.data, 1.5 * snippet.W.norm(dim=1))
    torch.testing.assert_close(snippet.merged, snippet.layer.weight().detach())
    torch.testing.assert_close(snippet.change, snippet.merged - snippet.W)
    assert snippet.x.shape == (3, 10) and snippet.layer.B.any()
