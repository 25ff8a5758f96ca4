import torch
from torch.utils.flop_counter import FlopCounterMode


def test_forward_and_training_against_the_counter_of_pytorch(snippet):
    n, d, layers = 16, 24, 3
    W = [torch.randn(d, d, requires_grad=True) for _ in range(4 * layers)]

    def run(x):
        for i in range(0, 4 * layers, 4):
            q, k, v = (x @ w for w in W[i : i + 3])
            x = (q @ k.T) @ v @ W[i + 3]
        return x.sum()

    x = torch.randn(n, d, requires_grad=True)
    with FlopCounterMode(display=False) as counter:
        loss = run(x)
    weights = layers * 4 * d * d
    assert counter.get_total_flops() == n * snippet.forward(weights, layers, d, n, causal=False)
    with FlopCounterMode(display=False) as counter:
        run(x).backward()
    assert counter.get_total_flops() == n * snippet.training(weights, layers, d, n, causal=False)
    assert loss.shape == ()


def test_causal_average_by_counting(snippet):
    for n in (1, 2, 9):
        pairs = sum(i + 1 for i in range(n))
        assert n * snippet.forward(0, 2, 5, n) == 2 * pairs * (2 * 5 + 2 * 5)


def test_weights_of_llama(snippet):
    from transformers import LlamaConfig, LlamaForCausalLM

    sizes = {"hidden_size": 16, "intermediate_size": 40, "num_hidden_layers": 3, "vocab_size": 99}
    with torch.device("meta"):
        model = LlamaForCausalLM(LlamaConfig(**sizes, num_attention_heads=4, num_key_value_heads=2))
    linear = sum(m.weight.numel() for m in model.modules() if isinstance(m, torch.nn.Linear))
    assert snippet.matmul_weights(3, 16, 8, 40, 99) == linear
    # 8,030,261,248 parameters less the embedding and 65 gains
    assert snippet.N == 8_030_261_248 - 128256 * 4096 - 65 * 4096


def test_length_at_which_attention_costs_as_much(snippet):
    length = int(snippet.printed.split("as much as 6 N at length ")[1].split()[0].replace(",", ""))
    assert abs(snippet.training(snippet.N, 32, 4096, length) / (12 * snippet.N) - 1) < 1e-4
    assert f"{6 * 175e9 * 300e9:.2e}" in snippet.printed
    assert snippet.cost == snippet.training(8_030_261_248 - 128256 * 4096 - 65 * 4096, 32, 4096, 131072)
