import pytest
import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(11, 6)
        self.conv = nn.Conv1d(6, 6, 3)
        self.norm = nn.RMSNorm(6)
        self.frozen = nn.Linear(6, 6).requires_grad_(False)
        self.scale = nn.Parameter(torch.tensor(2.0))
        self.head = nn.Linear(6, 11)
        self.head.weight = self.embed.weight


@pytest.mark.parametrize("decay_embeddings", [False, True])
def test_every_trainable_parameter_is_in_one_group(snippet, decay_embeddings):
    model = Tied()
    decay, keep = snippet.decay_groups(model, 0.3, decay_embeddings)
    assert decay["weight_decay"] == 0.3 and keep["weight_decay"] == 0.0
    names = {id(p): name for name, p in model.named_parameters()}
    decaying = {names[id(p)] for p in decay["params"]}
    kept = {names[id(p)] for p in keep["params"]}
    table = {"embed.weight"}  # the head's weight is the same tensor, once
    assert decaying == {"conv.weight"} | (table if decay_embeddings else set())
    assert kept == {"conv.bias", "norm.weight", "scale", "head.bias"} | (set() if decay_embeddings else table)
    assert len(decay["params"]) + len(keep["params"]) == 6


def test_the_demonstration(snippet):
    lines = [line.split() for line in snippet.printed.splitlines()]
    assert [line[0] for line in lines if line[-1] != "1.000"] == ["2.weight"]
    assert lines[3][-1] == f"{1 - 0.1 * 0.1:.3f}"
    assert [group["weight_decay"] for group in snippet.optimizer.param_groups] == [0.1, 0.0]
    after = dict(snippet.model.named_parameters())
    for name, value in snippet.before.items():
        factor = 0.99 if name == "2.weight" else 1.0
        torch.testing.assert_close(after[name].detach(), value * factor)
    assert snippet.before["0.weight"].any() and snippet.before["2.bias"].any()
