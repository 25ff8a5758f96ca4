import torch
from transformers import LlamaConfig, LlamaForCausalLM


def block_layers():
    config = LlamaConfig(
        hidden_size=4096,
        intermediate_size=14336,
        num_hidden_layers=1,
        num_attention_heads=32,
        num_key_value_heads=8,
        vocab_size=9,
    )
    with torch.device("meta"):
        model = LlamaForCausalLM(config)
    linear = {name: m for name, m in model.model.named_modules() if isinstance(m, torch.nn.Linear)}
    return {part: [m for name, m in linear.items() if part in name] for part in ("self_attn", "mlp")}


def test_parameters_per_rank_are_those_of_a_published_block(snippet):
    layers = block_layers()
    for part, shapes in (("self_attn", snippet.ATTENTION), ("mlp", snippet.MLP)):
        assert snippet.per_rank(shapes) == sum(m.in_features + m.out_features for m in layers[part])
    assert snippet.per_rank([(3, 4), (5, 6)]) == 18


def test_ranks_are_the_nearest_to_the_budget(snippet):
    for line, shapes in zip(snippet.printed.splitlines()[1:], (snippet.MLP, snippet.ATTENTION), strict=True):
        rank, count = int(line.split("rank ")[1].split(":")[0]), int(line.split(": ")[1].replace(",", ""))
        assert count == rank * snippet.per_rank(shapes)
        assert abs(count - snippet.budget) <= snippet.per_rank(shapes) / 2
    assert snippet.budget == 16 * snippet.per_rank(snippet.ATTENTION + snippet.MLP)
