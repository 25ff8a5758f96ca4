import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode
from transformers import ViTConfig, ViTModel


def counted(layers, d, side, patch):
    config = ViTConfig(
        hidden_size=d,
        num_hidden_layers=layers,
        num_attention_heads=2,
        intermediate_size=4 * d,
        image_size=side,
        patch_size=patch,
        attn_implementation="eager",
    )
    model = ViTModel(config, add_pooling_layer=False)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        tokens = model(torch.zeros(1, 3, side, side)).last_hidden_state.shape[1]
    operations = {str(name): flops for name, flops in counter.get_flop_counts()["Global"].items()}
    embedding = operations.pop("aten.convolution")
    assert embedding == 2 * 3 * patch**2 * d * (tokens - 1)  # not counted by the snippet: small
    return tokens, operations.get("aten.bmm", 0), sum(operations.values())


def test_operations_are_those_that_pytorch_counts(snippet, monkeypatch):
    for layers, d, side, patch in ((2, 16, 32, 8), (3, 8, 40, 4)):
        monkeypatch.setattr(snippet, "LAYERS", layers)
        monkeypatch.setattr(snippet, "WIDTH", d)
        tokens, scores, total = counted(layers, d, side, patch)
        assert snippet.token_count(side, patch) == tokens
        assert snippet.score_flops(tokens) == scores
        assert snippet.linear_flops(tokens) + snippet.score_flops(tokens) == total


def test_scores_equal_the_rest_at_six_widths(snippet):
    n = 6 * snippet.WIDTH
    assert snippet.score_flops(n) == snippet.linear_flops(n)
    assert f"from {n} tokens" in snippet.printed


def test_the_configuration_is_vit_b(snippet):
    assert (snippet.LAYERS, snippet.WIDTH) == (12, 768)
    assert snippet.token_count(224, 16) == 14 * 14 + 1


def test_the_page_halving_the_patch(snippet):
    rows = {}
    for line in snippet.printed.splitlines()[1:-1]:
        side, patch, *cells = line.replace("%", "").split()
        rows[int(side), int(patch)] = np.array([float(cell) for cell in cells])
    assert rows[224, 16][3:].tolist() == [1, 1, 1]
    tokens, gflop, share, by_tokens, by_scores, by_total = rows[224, 8]
    assert tokens == 28 * 28 + 1
    np.testing.assert_allclose(by_tokens, 785 / 197, atol=0.005)
    np.testing.assert_allclose(by_scores, (785 / 197) ** 2, atol=0.05)
    assert 4 < by_total < 5
    np.testing.assert_allclose(gflop, 12 * (24 * 785 * 768**2 + 4 * 785**2 * 768) / 1e9, atol=0.05)
    np.testing.assert_allclose(share, 100 * 785 / (785 + 6 * 768), atol=0.05)
    np.testing.assert_allclose(by_total, gflop / rows[224, 16][1], rtol=0.003)
