import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode


def test_prefill_counts_what_a_counter_counts(snippet):
    prompt, d, mlp, kv = 6, 4096, 14336, 1024
    x = torch.empty(prompt, d, device="meta")
    with FlopCounterMode(display=False) as counter:
        for rows, columns, times in ((d, d, 2), (d, kv, 2), (d, mlp, 2)):
            for _ in range(times):
                x @ torch.empty(rows, columns, device="meta")
        torch.empty(prompt, mlp, device="meta") @ torch.empty(mlp, d, device="meta")
    layer = counter.get_total_flops()
    with FlopCounterMode(display=False) as counter:
        x[-1:] @ torch.empty(d, 128256, device="meta")
    head = counter.get_total_flops()
    pairs = sum(range(1, prompt + 1))
    attention = 4 * d * pairs
    norms = 2 * prompt * 65 * d  # READ also counts the norms' vectors
    assert snippet.prefill_flops(prompt) == 32 * (layer + attention) + head + norms


def test_decode_reads_the_weights_and_a_growing_cache(snippet):
    a_token = 2 * 32 * 8 * 128 * 2
    weights = 2 * (8_030_261_248 - 128_256 * 4096)
    assert snippet.decode_bytes(100, 1) == 0  # the prefill gives the first token
    assert snippet.decode_bytes(100, 2) == weights + 101 * a_token
    assert snippet.decode_bytes(7, 4) == 3 * weights + (8 + 9 + 10) * a_token


def test_printed(snippet):
    for line in snippet.printed.splitlines()[1:]:
        prompt, answer, first, rest = (float(x) for x in line.split())
        assert first == pytest.approx(snippet.prefill_flops(int(prompt)) / 989e12 * 1e3, abs=0.06)
        assert rest == pytest.approx(snippet.decode_bytes(int(prompt), int(answer)) / 3.35e12 * 1e3, abs=0.6)
        assert rest > first
