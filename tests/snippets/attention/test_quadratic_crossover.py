import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode


def count(operation):
    with FlopCounterMode(display=False) as counter:
        operation()
    return counter.get_total_flops()


def test_flops_are_counted(snippet):
    n, d, kv = 12, 64, 16
    x = torch.empty(n, d, device="meta")
    weights = [torch.empty(d, c, device="meta") for c in (d, d, kv, kv, 3 * d, 3 * d)]
    down = torch.empty(3 * d, d, device="meta")
    total = count(lambda: [x @ w for w in weights] and torch.empty(n, 3 * d, device="meta") @ down)
    assert snippet.matrix_flops(n, d, kv / d, 9) == total
    assert snippet.matrix_flops(n, d) == 2 * n * 12 * d * d
    q, k, v = torch.empty(3, 4, n, d // 4, device="meta")
    assert snippet.pair_flops(n, d) == count(lambda: q @ k.mT @ v)
    assert snippet.pair_flops(n, d, causal=True) == 4 * d * sum(range(1, n + 1))


def test_at_the_crossover_both_are_equal(snippet):
    for d in (64, 4096):
        for kv_share, mlp, causal in ((1, 0, False), (1, 8, True), (0.25, 10.5, False), (0.5, 8, True)):
            n = snippet.crossover(d, kv_share, mlp, causal)
            assert snippet.pair_flops(n, d, causal) == pytest.approx(snippet.matrix_flops(n, d, kv_share, mlp))
        assert snippet.crossover(d, 1, 0) == 2 * d and snippet.crossover(d) == 6 * d
        assert snippet.crossover(d, causal=True) == 12 * d - 1


def test_printed(snippet):
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()[1:4]]
    full = [2 * 4096, 6 * 4096, 4096 * (2 + 0.5 + 3 * 3.5) / 2]
    assert rows == [[f"{n:.0f}", f"{2 * n - 1:.0f}"] for n in full]
    quadratic, rest = 4 * 4096 * sum(range(2049)), 24 * 4096**2 * 2048
    assert f"2048 tokens, causal: {quadratic / (quadratic + rest):.3f}" in snippet.printed


def test_picture(snippet):
    ax = snippet.figures[0].axes[0]
    assert ax.get_xscale() == "log" and len(ax.lines) == 2 and ax.get_legend()
    for line, causal in zip(ax.lines, (False, True), strict=True):
        n = line.get_xdata()
        assert n[0] == pytest.approx(512) and n[-1] == pytest.approx(131072) and len(n) == 50
        pairs = n * (n + 1) / 2 if causal else n**2
        np.testing.assert_allclose(line.get_ydata(), pairs / (pairs + 6 * 4096 * n))
        assert line.get_label() == ("causal" if causal else "all pairs")
    assert "length" in ax.get_xlabel() and "share" in ax.get_ylabel()
