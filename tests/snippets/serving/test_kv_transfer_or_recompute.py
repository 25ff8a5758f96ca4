import pytest
import torch


@pytest.mark.parametrize("tokens", [1, 7, 100])
def test_cache_holds_keys_and_values_of_every_layer(snippet, tokens):
    m = snippet.Model(matrices=1, layers=3, d=256, kv_heads=2)
    kept = [torch.empty(2, tokens, 128, dtype=torch.bfloat16) for _ in range(2 * 3)]
    assert snippet.cache_bytes(m, tokens) == sum(t.nbytes for t in kept)


def test_prefill_counts_the_matrices_and_half_of_the_attention(snippet):
    d, tokens, layers = 64, 10, 2
    m = snippet.Model(matrices=layers * d * d, layers=layers, d=d, kv_heads=1)
    dense = sum(2 * d for _ in range(tokens) for _ in range(d))  # a dot product an output
    # causal: token i meets itself and those before, for its scores and for its values
    attention = sum(2 * d + 2 * d for i in range(tokens) for _ in range(i + 1))
    work = layers * (dense + attention)
    assert snippet.prefill_seconds(m, tokens) == pytest.approx(work / 989e12)


def test_shapes_are_those_of_llama_3(snippet):
    # layers, width, key-value heads; matrices of all layers without embedding and head
    for name, layers, d, d_ff in (("8B", 32, 4096, 14336), ("70B", 80, 8192, 28672)):
        m = snippet.MODELS[name]
        assert m[1:] == (layers, d, 8)
        exact = layers * (2 * d * d + 2 * d * 8 * 128 + 3 * d * d_ff)
        assert m.matrices == pytest.approx(exact, rel=0.004)


def test_moving_beats_computing_again_on_each_of_these_links(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert len(rows) == 4
    # NVLink 900 and PCIe 5 128 GB/s count both directions; 8 bits a byte
    assert snippet.LINKS == {"NVLink": 900e9 / 2, "PCIe 5": 128e9 / 2, "400 Gbit/s": 400e9 / 8}
    for name, tokens, size, *moves, compute in rows:
        m, n = snippet.MODELS[name], int(tokens)
        held = 2 * m.layers * 8 * 128 * 2 * n
        assert float(size) == pytest.approx(held / 1e9, abs=0.0051)
        expected = [1e3 * held / speed for speed in (450e9, 64e9, 50e9)]
        assert [float(x) for x in moves] == pytest.approx(expected, abs=0.051)
        assert float(compute) == pytest.approx(1e3 * snippet.prefill_seconds(m, n), abs=0.51)
        assert float(compute) > 5 * max(expected)
    # the longer the prompt, the better the bargain: attention grows with its square
    assert float(rows[1][-1]) / float(rows[1][-2]) > float(rows[0][-1]) / float(rows[0][-2])
