import torch
from torch import nn


class Root(nn.Module):
    def forward(self, x):
        return x.sqrt()


def batch(*rows):
    return torch.tensor(rows, requires_grad=True)


def test_a_healthy_model_leaves_no_trace_and_keeps_no_hook(snippet):
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
    assert snippet.hunt(model, batch([1.0, 2.0, 3.0])) == []
    for module in model.modules():
        assert not module._forward_hooks and not module._backward_hooks


def test_it_names_the_first_module_in_nested_models(snippet):
    model = nn.Sequential(nn.Sequential(nn.ReLU(), snippet.Log()), nn.Sequential(Root(), nn.Linear(2, 1)))
    assert snippet.hunt(model, batch([1.0, 2.0])) == ["backward of 1.0, Root"]  # log 1 = 0, slope of the root
    found = snippet.hunt(model, batch([2.0, 0.5]))
    assert found[0] == "forward of 1.0, Root"  # the root of log 0.5 < 0; the log itself was finite
    assert snippet.hunt(model, batch([2.0, 3.0])) == []
    assert snippet.hunt(model, batch([2.0, 0.0]))[0] == "forward of 0.1, Log"


def test_a_nan_that_comes_in_is_nobodys_fault_but_the_datas(snippet):
    found = snippet.hunt(nn.Sequential(nn.ReLU(), nn.Linear(2, 1)), batch([torch.nan, 1.0]))
    assert not any(line.startswith("forward") for line in found)


def test_finite_skips_what_has_no_gradient(snippet):
    assert snippet.finite([None, torch.ones(2)]) is True and snippet.finite([]) is True
    assert not snippet.finite([torch.ones(2), torch.tensor([0.0, -torch.inf])])


def test_the_two_layers_shown(snippet):
    x = torch.tensor([0.0, 0.5, 2.0])
    assert snippet.Log()(x).tolist() == x.log().tolist()
    assert snippet.LogOrZero()(x).tolist() == [0.0, *x.log()[1:].tolist()]
