import numpy as np
import torch
from peft import LoraConfig, get_peft_model


def test_output_is_that_of_the_summed_weight(snippet):
    rng = np.random.default_rng(7)
    x, W, A, B = (rng.normal(size=shape) for shape in ((3, 6), (5, 6), (2, 6), (5, 2)))
    np.testing.assert_allclose(snippet.output(x, W, A, B), x @ (W + B @ A).T)


def test_principal_init_splits_the_weight_at_rank_r(snippet):
    W0 = np.random.default_rng(8).normal(size=(9, 6))
    s = np.linalg.svd(W0, compute_uv=False)
    for r in (1, 4):
        residual, A, B = snippet.principal_init(W0, r)
        assert A.shape == (r, 6) and B.shape == (9, r)
        np.testing.assert_allclose(residual + B @ A, W0)
        np.testing.assert_allclose(np.linalg.svd(B @ A, compute_uv=False)[:r], s[:r])
        np.testing.assert_allclose(np.linalg.norm(residual, 2), s[r])
        np.testing.assert_allclose(A @ A.T, np.diag(s[:r]), atol=1e-12)  # √S in each factor
        np.testing.assert_allclose(B.T @ B, np.diag(s[:r]), atol=1e-12)


def test_peft_splits_the_weight_the_same_way(snippet):
    torch.manual_seed(0)
    base = torch.nn.Linear(12, 10, bias=False)
    W0 = base.weight.detach().numpy().copy()
    config = LoraConfig(r=3, lora_alpha=3, target_modules=["0"], init_lora_weights="pissa")
    layer = get_peft_model(torch.nn.Sequential(base), config).base_model.model[0]
    residual, A, B = snippet.principal_init(W0, 3)
    np.testing.assert_allclose(layer.base_layer.weight.detach().numpy(), residual, atol=1e-5)
    np.testing.assert_allclose(
        (layer.lora_B["default"].weight @ layer.lora_A["default"].weight).detach(), B @ A, atol=1e-5
    )


def test_page_says_one_zero_factor_is_exact_two_random_ones_are_not(snippet):
    lines = snippet.printed.splitlines()[1:]
    assert [line.split()[-1] for line in lines[:2]] == ["exactly", "exactly"]
    base = snippet.x @ snippet.W0.T
    changed = snippet.output(snippet.x, snippet.W0, snippet.A, snippet.B)
    assert float(lines[2].split()[-1]) == round(abs(changed - base).max(), 2) > 0
    split = snippet.output(snippet.x, *snippet.principal_init(snippet.W0, snippet.r))
    assert lines[3].endswith("rounding") and 0 < abs(split - base).max() < 1e-10
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(snippet.x, rng.normal(size=(100, 64)))
    np.testing.assert_array_equal(snippet.W0, rng.normal(size=(48, 64)))
    np.testing.assert_allclose(snippet.A, (2 * rng.random((4, 64)) - 1) / 8)  # U(±1/√d_in)
    np.testing.assert_allclose(100 * snippet.B, rng.normal(size=(48, 4)))
    assert snippet.r == 4
