import pytest
import torch
from torch import nn


def make(seed, n=30):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(3, 7), nn.ReLU(), nn.Linear(7, 2)).double()
    return model, torch.randn(n, 3).double(), torch.randn(n, 2).double()


def by_autograd(model, x, y, weights):
    """The gradient of the losses of single examples, summed with weights."""
    loss = (((model(x) - y) ** 2).mean(1) * torch.tensor(weights, dtype=torch.float64)).sum()
    return torch.cat([g.flatten() for g in torch.autograd.grad(loss, list(model.parameters()))])


def test_gradient_weighs_each_example_as_the_page_says(snippet):
    model, x, y = make(5)
    pieces = list(zip(x.split([20, 10]), y.split([20, 10]), strict=True))
    for divisor in (1, 2, 5):
        weights = [1 / (20 * divisor)] * 20 + [1 / (10 * divisor)] * 10
        torch.testing.assert_close(snippet.gradient(model, pieces, divisor), by_autograd(model, x, y, weights))


def test_equal_pieces_divided_by_their_number_are_the_batch(snippet):
    model, x, y = make(6)
    for pieces in (1, 2, 3, 5, 30):
        length, distance = snippet.against_whole(model, x, y, [30 // pieces] * pieces, pieces)
        assert length == pytest.approx(1) and distance < 1e-12
        length, distance = snippet.against_whole(model, x, y, [30 // pieces] * pieces, 1)
        assert length == pytest.approx(pieces) and distance == pytest.approx(pieces - 1, abs=1e-9)


def test_unequal_pieces_need_the_share_of_their_examples(snippet):
    model, x, y = make(7)
    right = by_autograd(model, x, y, [1 / 30] * 30)
    wrong = by_autograd(model, x, y, [1 / 50] * 25 + [1 / 10] * 5)
    length, distance = snippet.against_whole(model, x, y, [25, 5], 2)
    assert length == pytest.approx((wrong.norm() / right.norm()).item())
    assert distance == pytest.approx(((wrong - right).norm() / right.norm()).item())


def test_batch_norm_is_off_in_training_and_right_in_evaluation(snippet):
    x, y = snippet.x, snippet.y
    assert snippet.against_whole(snippet.normed, x, y, [6] * 4, 4)[1] > 0.1
    snippet.normed.eval()
    assert snippet.against_whole(snippet.normed, x, y, [6] * 4, 4)[1] < 1e-12
    snippet.normed.train()
    assert [c[1:] for c in snippet.cases.values()] == [([6] * 4, 4), ([6] * 4, 1), ([22, 2], 2), ([6] * 4, 4)]
    assert x.shape == (24, 5) and all(type(m) is not nn.BatchNorm1d for m in snippet.plain)
