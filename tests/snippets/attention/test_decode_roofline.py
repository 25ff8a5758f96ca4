import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode


def test_parameters(snippet, llama_3_8b):
    total = sum(p.numel() for p in llama_3_8b.parameters())
    assert total == snippet.HELD
    assert total - llama_3_8b.model.embed_tokens.weight.numel() == snippet.READ


def test_bytes_and_flops(snippet, llama_3_8b):
    config = llama_3_8b.config
    a_token = 2 * config.num_hidden_layers * config.num_key_value_heads * config.head_dim * 2
    assert a_token == snippet.CACHE
    assert snippet.step_bytes(3, 100) == 2 * snippet.READ + 300 * a_token
    q, k, v = (torch.empty(3, 32, n, 128, device="meta") for n in (1, 100, 100))
    with FlopCounterMode(display=False) as counter:
        q @ k.mT @ v
    weights = 2 * snippet.READ * 3
    assert snippet.step_flops(3, 100) == weights + 32 * counter.get_total_flops()


def test_the_bound_is_the_slower_of_the_two(snippet):
    for batch, context in ((1, 0), (64, 1024), (500, 0), (4000, 16)):
        t = max(snippet.step_bytes(batch, context) / 3.35e12, snippet.step_flops(batch, context) / 989e12)
        assert snippet.tokens_per_second(batch, context) == pytest.approx(batch / t)
    ridge = 989 / 3.35
    # without context the arithmetic takes over where a weight's two FLOP a token meet its two bytes
    for batch, bound in ((int(ridge), "memory"), (int(ridge) + 1, "arithmetic")):
        memory = snippet.step_bytes(batch, 0) / 3.35e12
        arithmetic = snippet.step_flops(batch, 0) / 989e12
        assert (memory > arithmetic) == (bound == "memory")


def test_attention_stays_memory_bound_at_every_batch(snippet):
    intensity = (snippet.step_flops(10**9, 8192)) / snippet.step_bytes(10**9, 8192)
    assert intensity == pytest.approx(4 + 2 * snippet.READ / (8192 * snippet.CACHE))  # 4 queries a key
    assert intensity < 20  # far from the ridge


def test_what_fits(snippet):
    for context in (1024, 8192):
        most = int((80e9 - 2 * 8_030_261_248) // (context * 131072))
        assert f"context {context}: at most {most} sequences fit" in snippet.printed
        assert f"batches {3.35e12 / (context * 131072):.0f} tokens" in snippet.printed


def test_table(snippet):
    for line in snippet.printed.splitlines()[2:7]:
        context, batch, intensity, rate, each = (float(x) for x in line.split())
        assert rate == pytest.approx(snippet.tokens_per_second(batch, context), abs=0.5)
        assert each == pytest.approx(rate / batch, abs=0.6)
        expected = snippet.step_flops(batch, context) / snippet.step_bytes(batch, context)
        assert intensity == pytest.approx(expected, abs=0.06)
    assert f"ridge: {989 / 3.35:.0f}" in snippet.printed


def test_picture(snippet):
    ax = snippet.figures[0].axes[0]
    assert ax.get_xscale() == ax.get_yscale() == "log"
    for i, context in enumerate((0, 1024, 8192)):
        solid, dotted = ax.lines[2 * i : 2 * i + 2]
        np.testing.assert_array_equal(dotted.get_xdata(), np.arange(1, 1025))
        expected = snippet.tokens_per_second(np.arange(1, 1025), context)
        np.testing.assert_allclose(dotted.get_ydata(), expected)
        np.testing.assert_allclose(solid.get_ydata(), expected[: len(solid.get_xdata())])
        assert solid.get_xdata()[0] == 1 and solid.get_label() == f"context {context}"
        assert dotted.get_linestyle() == ":" and dotted.get_color() == solid.get_color()
    assert "batch" in ax.get_xlabel() or "sequences" in ax.get_xlabel()
    assert "second" in ax.get_ylabel() and ax.get_legend()
