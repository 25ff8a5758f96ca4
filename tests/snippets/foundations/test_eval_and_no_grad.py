import pytest
import torch
from torch import nn


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("grad", [True, False])
def test_each_module_alone(snippet, training, grad):
    dropout = snippet.probe(nn.Dropout(0.5), training, grad)
    assert dropout == (training, False, False)  # random in training mode alone; the input needs no gradient
    norm = snippet.probe(nn.BatchNorm1d(4), training, grad)
    assert norm == (False, training, grad)  # its averages move in training mode, also without gradients
    assert snippet.probe(nn.Linear(4, 2), training, grad) == (False, False, grad)


def test_table_is_mode_mode_context(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert len(rows) == 4
    for mode, context, random, moves, graph in rows:
        assert (random == "yes") == (moves == "yes") == (mode == "train")
        assert (graph == "yes") == (context == "on")


def test_the_probe_leaves_gradients_on_and_sees_a_batch_of_eight(snippet):
    seen = []

    class Spy(nn.Module):
        def forward(self, x):
            seen.append((x.shape, torch.is_grad_enabled(), self.training))
            return x

    snippet.probe(Spy(), False, False)
    assert torch.is_grad_enabled() and seen == [(torch.Size([8, 4]), False, False)] * 2


def test_the_network_of_the_table(snippet):
    torch.manual_seed(0)
    assert torch.equal(snippet.net[0].weight, nn.Linear(4, 16).weight)
    assert [type(module).__name__ for module in snippet.net] == ["Linear", "BatchNorm1d", "Dropout"]
