import numpy as np
import pytest
import torch


def test_counts_are_those_of_the_published_architecture(snippet, llama_3_8b):
    linear = [m for name, m in llama_3_8b.named_modules() if isinstance(m, torch.nn.Linear) and name != "lm_head"]
    assert snippet.linear == sum(m.weight.numel() for m in linear)
    assert snippet.linear + snippet.other == sum(p.numel() for p in llama_3_8b.parameters())
    assert snippet.adapter == sum(16 * (m.in_features + m.out_features) for m in linear)


def test_mixed_precision_adam_keeps_sixteen_bytes_a_parameter(snippet):
    n = 1000
    parameter = torch.zeros(n, requires_grad=True)  # the 32-bit copy
    optimizer = torch.optim.Adam([parameter])
    parameter.grad = torch.zeros(n)
    optimizer.step()
    state = optimizer.state[parameter]
    moments = sum(state[key].nbytes for key in ("exp_avg", "exp_avg_sq"))
    half = torch.zeros(n, dtype=torch.bfloat16).nbytes  # weights to compute with, and gradients
    frozen, weights, gradients, kept = 1e9 * snippet.budget(n)
    assert (frozen, weights, gradients, kept) == pytest.approx((0, parameter.nbytes + half, half, moments))
    assert 1e9 * snippet.budget(n).sum() == pytest.approx(16 * n)


def test_frozen_weights_cost_their_storage_alone(snippet):
    half, quantised = torch.zeros(300, dtype=torch.bfloat16), torch.zeros(4000 * 5 // 8, dtype=torch.uint8)
    parts = 1e9 * snippet.budget(10, 16 * 300 + 5 * 4000)
    np.testing.assert_allclose(parts, [half.nbytes + quantised.nbytes, 60, 20, 80], rtol=1e-12)
    assert snippet.budget(0, 16 * 300).sum() == pytest.approx(600e-9, rel=1e-12)


def test_bits_of_a_quantised_weight_by_storing_a_tensor(snippet):
    n = 2**20
    codes = n * 4
    for block in (32, 64, 128):
        assert snippet.quantised_bits(block) * n == codes + n // block * 32
        for group in (128, 256):
            scales = n // block
            assert snippet.quantised_bits(block, group) * n == codes + scales * 8 + scales // group * 32
    assert snippet.quantised_bits() == 4.5  # blocks of 64 by default
    assert snippet.double == pytest.approx(4 + 8 / 64 + 32 / 64 / 256)


def test_page_figures(snippet):
    n, base, a = 8030261248, snippet.linear, snippet.adapter
    assert snippet.budgets["full"].sum() == pytest.approx(16 * n / 1e9)
    assert snippet.budgets["LoRA"].sum() == pytest.approx((2 * n + 16 * a) / 1e9)
    expected = (2 * (n - base) + base * snippet.double / 8 + 16 * a) / 1e9
    assert snippet.budgets["QLoRA"].sum() == pytest.approx(expected)
    lines = snippet.printed.splitlines()
    assert float(lines[-2].split()[-2]) == pytest.approx(2 * (n - base) / 1e9, abs=0.05)
    assert lines[-3] == f"LoRA at rank 64: {(2 * n + 16 * 4 * a) / 1e9:.1f} GB"
    assert f"{2 * n / 1e9:.1f} GB" in lines[-1] and f"{2 * a / 1e6:.0f} MB" in lines[-1]


def test_bars_add_up_to_the_budgets(snippet):
    bars = snippet.figures[-1].axes[0].patches
    ends = np.array([[bar.get_x(), bar.get_x() + bar.get_width()] for bar in bars]).reshape(4, 3, 2)
    np.testing.assert_allclose(ends[0, :, 0], 0)
    np.testing.assert_allclose(ends[1:, :, 0], ends[:-1, :, 1])  # each part begins where the last one ends
    np.testing.assert_allclose(ends[:, :, 1] - ends[:, :, 0], np.array(list(snippet.budgets.values())).T)
