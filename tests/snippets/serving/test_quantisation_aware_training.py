import pytest
import torch
from torch.nn.functional import cross_entropy


def test_fake_quantise_rounds_forward_and_is_the_identity_backward(snippet):
    torch.manual_seed(9)
    w = torch.randn(6, 11, dtype=torch.float64, requires_grad=True)
    for bits in (2, 3, 8):
        high = 2 ** (bits - 1) - 1
        scale = (w.detach().abs().max(dim=1).values / high).float()
        expected = torch.fake_quantize_per_channel_affine(w, scale, torch.zeros(6).int(), 0, -high, high)
        q = snippet.fake_quantise(w, bits)
        torch.testing.assert_close(q, expected, atol=1e-6, rtol=1e-6)
        upstream = torch.randn(6, 11, dtype=torch.float64)
        (grad,) = torch.autograd.grad(q, w, upstream)
        torch.testing.assert_close(grad, upstream)


def test_logits(snippet):
    weights = [torch.tensor([[1.0, -2.0], [3.0, 1.0]]), torch.tensor([[2.0, -1.0]])]
    x = torch.tensor([[1.0, 1.0], [2.0, 0.5]])
    torch.testing.assert_close(snippet.logits(weights, x), torch.tensor([[-4.0], [-4.5]]))
    rounded = [snippet.fake_quantise(w, 2) for w in weights]
    torch.testing.assert_close(snippet.logits(weights, x, 2), snippet.logits(rounded, x))


def test_training_lowers_the_loss_that_it_is_given(snippet):
    torch.manual_seed(3)
    x = torch.randn(60, 5).double()
    y = x[:, 0].gt(0).long()
    for bits in (None, 2):
        weights = [torch.randn(8, 5).double().requires_grad_(), torch.randn(2, 8).double().requires_grad_()]
        reference = [w.detach().clone().requires_grad_() for w in weights]
        snippet.train(weights, x, y, bits)
        optimiser = torch.optim.Adam(reference, 0.01)
        for _ in range(100):
            grads = torch.autograd.grad(cross_entropy(snippet.logits(reference, x, bits), y), reference)
            for w, g in zip(reference, grads, strict=True):
                w.grad = g
            optimiser.step()
        for w, r in zip(weights, reference, strict=True):
            torch.testing.assert_close(w, r)
    slow = [w.detach().clone().requires_grad_() for w in reference]
    snippet.train(slow, x, y, 2, rate=0.0)
    torch.testing.assert_close(slow[0], reference[0])


def test_accuracy(snippet):
    weights = [torch.eye(2), torch.eye(2)]
    x = torch.tensor([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0], [0.1, 0.0]])
    assert snippet.accuracy(weights, x, torch.tensor([0, 1, 1, 1])) == 0.5
    weights = [weights[0], torch.tensor([[0.4, 0.5], [0.5, 1.0]])]
    assert snippet.accuracy(weights, x, torch.ones(4)) == 1
    assert snippet.accuracy(weights, x, torch.ones(4), 2) == 0.25  # the second matrix becomes [[.5, .5], [0, 1]]


def test_split_and_conclusion(snippet):
    assert len(snippet.train_set[0]) == 1200 and len(snippet.test_set[0]) == 597
    assert snippet.x.max() == 1 and snippet.x.min() == 0
    scores = [float(line.split()[-1]) for line in snippet.printed.splitlines()]
    in_float, four, _, two, trained, unrounded = scores
    assert in_float - 0.02 < four and two < 0.8 and trained > two + 0.15 and unrounded < trained
    assert snippet.accuracy(snippet.weights, *snippet.test_set, 2) == pytest.approx(trained, abs=0.005)
