import pytest
import torch


def built(m, head):
    """Counts a model of the same shape, built from PyTorch's own layers on no device."""
    with torch.device("meta"):
        block = [
            torch.nn.Linear(m.d, m.d, bias=False),
            torch.nn.Linear(m.d, m.kv_heads * head, bias=False),
            torch.nn.Linear(m.d, m.kv_heads * head, bias=False),
            torch.nn.Linear(m.d, m.d, bias=False),
            torch.nn.Linear(m.d, m.d_ff, bias=False),
            torch.nn.Linear(m.d, m.d_ff, bias=False),
            torch.nn.Linear(m.d_ff, m.d, bias=False),
        ]
        norms = [torch.nn.RMSNorm(m.d), torch.nn.RMSNorm(m.d)]
        ends = [torch.nn.Embedding(m.vocab, m.d), torch.nn.Linear(m.d, m.vocab, bias=False), torch.nn.RMSNorm(m.d)]

    def count(modules):
        return sum(p.numel() for module in modules for p in module.parameters())

    return m.layers * count(block), m.layers * count(norms) + count(ends)


def test_two_bytes_a_parameter_give_the_published_parameter_counts(snippet):
    # Llama 3's checkpoints hold 8,030,261,248 and 70,553,706,496 parameters
    assert snippet.weight_bytes(snippet.LLAMA_3["8B"], 2) == 2 * 8_030_261_248
    assert snippet.weight_bytes(snippet.LLAMA_3["70B"], 2) == 2 * 70_553_706_496


@pytest.mark.parametrize("element", [0.5, 1, 4])
def test_only_the_matrices_are_quantised(snippet, element):
    m = snippet.Model(layers=3, d=256, kv_heads=1, d_ff=700, vocab=1000)
    matrices, rest = built(m, 128)
    assert snippet.weight_bytes(m, element) == matrices * element + rest * 2


def test_cache_of_a_token_is_a_key_and_a_value_in_every_layer_and_head(snippet):
    m = snippet.Model(layers=5, d=512, kv_heads=3, d_ff=64, vocab=10)
    tensors = [torch.empty(3, 128, dtype=torch.bfloat16) for _ in range(2 * 5)]
    assert snippet.cache_bytes(m) == sum(t.nbytes for t in tensors)
    assert snippet.cache_bytes(m, 1) * 2 == snippet.cache_bytes(m)
    assert snippet.cache_bytes(snippet.LLAMA_3["8B"]) == 128 * 1024


def test_step_buffers_are_the_gated_mlp_and_float32_logits(snippet):
    m = snippet.Model(layers=1, d=8, kv_heads=1, d_ff=30, vocab=50)
    gate_up, logits = torch.empty(7, 60, dtype=torch.bfloat16), torch.empty(2, 50)
    assert snippet.step_bytes(m, 7, 2) == gate_up.nbytes + logits.nbytes
    assert snippet.step_bytes(m) == snippet.step_bytes(m, 8192, 256)


def test_four_bit_weights_carry_one_16_bit_scale_per_128(snippet):
    assert snippet.FORMATS["4 bit"] * 128 == 128 / 2 + 2
    assert snippet.FORMATS["bfloat16"] * 8 == torch.finfo(torch.bfloat16).bits
    assert snippet.FORMATS["8 bit"] * 8 == torch.iinfo(torch.int8).bits


def test_70b_in_16_bits_does_not_fit_and_the_rest_fills_the_memory(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [r[0] for r in rows if r[-1] == "fit"] == ["70B"]
    for row in rows:
        numbers = [float(cell) for cell in row if cell.replace(".", "").replace("-", "").isdigit()]
        weights, step, left = numbers[-3:] if row[-1] != "fit" else numbers
        assert abs(weights + step + left + 4 - 141) < 0.11  # three rounded parts
    # the last row, in full: what the weights, one step and the reserve leave
    m = snippet.LLAMA_3["70B"]
    used = snippet.weight_bytes(m, 0.515625) + snippet.step_bytes(m) + 4e9
    assert snippet.left == 141e9 - used
