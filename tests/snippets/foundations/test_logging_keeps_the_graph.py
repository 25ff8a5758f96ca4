import pytest
import torch
from torch import nn

GRAPH, DETACHED, NUMBER = "total += loss", "total += loss.detach()", "total += loss.item()"


def test_nodes_are_counted_once(snippet):
    a = torch.ones(2, requires_grad=True)
    b = a * 2  # a node for the product, one that accumulates into a
    assert snippet.nodes(b) == 2 and snippet.nodes((b + b).sum()) == 4
    assert snippet.nodes(torch.ones(2)) == 0 and snippet.nodes(1.5) == 0 and snippet.nodes(a.detach() * 2) == 0


@pytest.mark.parametrize("batches", [1, 4])
def test_nodes_grow_with_batches_only_if_the_graph_is_kept(snippet, batches):
    # a batch: add, mean, square, 2 × (linear, transpose), tanh; and one node for each of 4 parameters
    for backward in (True, False):
        assert snippet.epoch(GRAPH, backward, batches)[0] == 8 * batches + 4
        for logger in (DETACHED, NUMBER):
            assert snippet.epoch(logger, backward, batches) == (0, 0)


@pytest.mark.parametrize("batches", [1, 4])
def test_backward_frees_the_activations(snippet, batches):
    assert snippet.epoch(GRAPH, True, batches)[1] == 0
    assert snippet.epoch(GRAPH, False, batches)[1] == 5 * batches
    with torch.no_grad():
        assert snippet.epoch(GRAPH, False, batches) == (0, 0)


def test_the_finding_holds_for_an_activation_without_the_hooks(snippet):
    for backward in (True, False):
        hidden = nn.Linear(3, 3)(torch.ones(2, 3)).exp()  # exp keeps its output for the backward pass
        total = 0.0 + (loss := hidden.sum())
        node = hidden.grad_fn
        if backward:
            loss.backward()
            with pytest.raises(RuntimeError, match="freed"):
                node._saved_result  # noqa: B018
        else:
            assert torch.equal(node._saved_result, hidden)
        assert snippet.nodes(total) > 3


def test_loggers_add_up_the_same_number(snippet):
    for log in snippet.LOGGERS.values():
        assert torch.as_tensor(log(1.5, torch.tensor(2.0, requires_grad=True))).item() == 3.5


def test_default_is_ten_batches(snippet):
    assert snippet.epoch(GRAPH, False) == (84, 50)


def test_the_model_and_the_running_total(snippet, monkeypatch):
    seen, totals = [], []
    real = nn.Sequential

    def spy(*layers):
        model = real(*layers)
        model.register_forward_hook(lambda _, x, y: seen.append((x[0].shape, y.shape)))
        seen.append([type(layer).__name__ for layer in layers])
        return model

    monkeypatch.setattr(nn, "Sequential", spy)
    monkeypatch.setitem(snippet.LOGGERS, GRAPH, lambda total, loss: totals.append(total) or total + 1)
    snippet.epoch(GRAPH, True, 2)
    assert seen == [["Linear", "Tanh", "Linear"]] + [((32, 8), (32, 1))] * 2
    assert totals == [0, 1]
