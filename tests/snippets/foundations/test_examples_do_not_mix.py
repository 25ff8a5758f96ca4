import torch
from torch import nn


def test_against_a_perturbation_of_the_other_examples(snippet):
    torch.manual_seed(2)
    torch.manual_seed(0)
    assert torch.equal(snippet.candidates["linear"].weight, nn.Linear(6, 6).weight)
    for model in [*snippet.candidates.values(), snippet.reshaped]:
        x = torch.randn(4, 6)
        other = torch.randn(4, 6)
        other[1] = x[1]
        with torch.no_grad():
            moved = not torch.allclose(model(x)[1], model(other)[1])
        assert snippet.mixes(model) == moved


def test_other_shapes_and_models(snippet):
    flatten = nn.Sequential(nn.Flatten(), nn.Linear(12, 3))
    assert not snippet.mixes(flatten, (5, 3, 4))
    assert not snippet.mixes(nn.Softmax(dim=1)) and snippet.mixes(nn.Softmax(dim=0), (2, 3))
    assert snippet.mixes(lambda x: x - x.mean(0)) and not snippet.mixes(lambda x: x - x.mean(1, keepdim=True))
    assert snippet.mixes(lambda x: x.flip(0))  # depends on one example, and on the wrong one
    assert snippet.mixes(lambda x: x.flip(0), (3, 2)) is False  # the middle one stays in its place


def test_a_reshape_is_not_a_transpose(snippet):
    x = torch.arange(24.0).reshape(4, 6)
    column_by_column = [float(x[i, j]) for j in range(6) for i in range(4)]
    assert snippet.reshaped(x).flatten().tolist() == column_by_column
    assert snippet.reshaped(x).shape == x.shape and not torch.equal(snippet.reshaped(x), x)


def test_printed(snippet):
    found = dict(line.split(" mixes examples: ") for line in snippet.printed.splitlines())
    assert {name.strip(): value for name, value in found.items()} == {
        "linear": "False", "softmax over dim 0": "True", "layer norm": "False", "batch norm, training": "True",
        "batch norm, evaluation": "False", "reshape for transpose": "True",
    }  # fmt: skip
