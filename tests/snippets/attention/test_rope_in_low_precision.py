import numpy as np
import torch


def test_distinct_positions(snippet):
    # p bits of significand hold the integers to 2**p, then every second, every fourth …
    for name, bits in (("float32", 24), ("float16", 11), ("bfloat16", 8)):
        kept = set()
        for i in range(8192):
            step = 2 ** max(0, i.bit_length() - bits)
            kept.add(round(i / step) * step)  # round() is to even, as in IEEE 754
        assert f"torch.{name}: {len(kept)} distinct positions of 8192" in snippet.printed


def test_scores_in_float32_are_the_exact_ones(snippet):
    generator = torch.Generator().manual_seed(9)
    q, k = torch.randn(2, 64, dtype=torch.complex64, generator=generator)
    exact_q, exact_k = q.numpy().astype(complex), k.numpy().astype(complex)
    turn = np.exp(5j * 10000.0 ** (-np.arange(64) / 64))
    expected = (exact_q * turn * exact_k.conj()).real.sum()
    result = snippet.scores(100, torch.float32, torch.float32, q, k)
    assert result.shape == (1000,)
    np.testing.assert_allclose(result, expected, atol=0.01)
    rounded = snippet.scores(100, torch.float32, torch.bfloat16, q, k)
    assert 0.001 < (rounded - expected).abs().max() < 64 * 2 * 2**-8 * 2  # 64 terms, each off by a few 2⁻⁹


def test_angles_in_bfloat16_are_rounded(snippet):
    table = snippet.angles(torch.tensor([3, 6001]), 6, torch.bfloat16)
    assert table.dtype == torch.bfloat16
    frequencies = torch.tensor([10000.0 ** (-i / 3) for i in range(3)]).bfloat16()
    assert torch.equal(table, torch.tensor([[3.0], [6016.0]]).bfloat16() * frequencies)  # 6001 becomes 6016


def test_angles_in_float32(snippet):
    expected = [[m * 10000 ** (-2 * i / 128) for i in range(64)] for m in (1, 6001)]
    table = snippet.angles(torch.tensor([1, 6001]), 128, torch.float32)
    np.testing.assert_allclose(table, expected, rtol=1e-5)


def test_only_the_angles_do_harm(snippet):
    fine, tables, coarse = (float(line.split()[-1]) for line in snippet.printed.splitlines()[-3:])
    assert fine <= 0.01 and tables < 0.1 and coarse > 10 * tables
