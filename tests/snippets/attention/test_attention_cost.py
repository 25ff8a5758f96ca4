import numpy as np
import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention
from torch.utils.flop_counter import FlopCounterMode


def test_flops_are_those_a_counter_counts(snippet):
    for n, heads, d in ((8, 3, 5), (16, 2, 4), (7, 1, 1)):
        q, k, v = torch.randn(3, heads, n, d)
        with FlopCounterMode(display=False) as counter:
            (q @ k.mT).softmax(-1) @ v
        assert snippet.flops(n, heads, d) == counter.get_total_flops()


def test_bytes_are_those_of_arrays(snippet):
    for dtype in (np.float16, np.float64):
        q = np.ones((3, 8, 5), dtype)
        assert snippet.score_bytes(8, 3, dtype().itemsize) == (q @ q.mT).nbytes
        assert snippet.token_bytes(8, 3, 5, dtype().itemsize) == 4 * q.nbytes


def test_scores_grow_with_the_square_and_not_with_d(snippet):
    assert snippet.score_bytes(200, 4, 2) == 4 * snippet.score_bytes(100, 4, 2)
    assert snippet.flops(200, 4, 8) == 4 * snippet.flops(100, 4, 8) == 2 * snippet.flops(200, 4, 4)
    assert snippet.token_bytes(200, 4, 8, 2) == 2 * snippet.token_bytes(100, 4, 8, 2)


def test_blocks_give_the_same_output_and_hold_few_scores(snippet, monkeypatch):
    rng = np.random.default_rng(2)
    Q, K, V = rng.normal(size=(37, 6)) * 3, rng.normal(size=(50, 6)), rng.normal(size=(50, 2))
    expected = scaled_dot_product_attention(*(torch.tensor(x)[None] for x in (Q, K, V)))[0]
    for block in (1, 8, 37, 100):
        np.testing.assert_allclose(snippet.blockwise(Q, K, V, block), expected, atol=1e-12)
    sizes, exp = [], np.exp
    monkeypatch.setattr(snippet.np, "exp", lambda x: sizes.append(x.shape) or exp(x))
    snippet.blockwise(Q, K, V, 8)
    assert sizes == [(8, 50)] * 4 + [(5, 50)]
    monkeypatch.undo()
    with np.errstate(over="raise"):
        assert np.isfinite(snippet.blockwise(1e3 * Q, 1e3 * K, V, 8)).all()


def test_the_table(snippet):
    line = snippet.printed.splitlines()[2].split()
    assert [float(x) for x in line] == pytest.approx(
        [8192, 32 * 4 * 8192**2 * 128 / 1e12, 32 * 8192**2 * 2 / 2**30, 4 * 8192 * 4096 * 2 / 2**30], rel=0.01
    )
    assert f"{8192**2 * 128 * 32 * 2 // 2**30} GiB" in snippet.printed
    assert snippet.Q.shape == (512, 16) and snippet.same
    np.testing.assert_array_equal(snippet.Q, np.random.default_rng(0).normal(size=(512, 16)))  # in every run
