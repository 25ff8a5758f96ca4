import math
import re

import torch


def test_triplet_is_the_squared_distance_form(snippet):
    torch.manual_seed(2)
    a, p, n = torch.randn(3, 7, 4)
    for scale in (0.1, 1.0):
        expected = [
            max(0, 0.2 + ((x - y) ** 2).sum().item() - ((x - z) ** 2).sum().item())
            for x, y, z in zip(scale * a, scale * p, scale * n, strict=True)
        ]
        torch.testing.assert_close(snippet.triplet(scale * a, scale * p, scale * n), torch.tensor(expected))


def test_info_nce_by_hand(snippet):
    torch.manual_seed(2)
    a, p = torch.randn(2, 5, 3)
    cosine = torch.nn.functional.cosine_similarity(a[:, None], p[None], dim=-1)
    expected = (10 * cosine).logsumexp(1) - 10 * cosine.diagonal()
    torch.testing.assert_close(snippet.info_nce(a, p), expected)


def test_a_collapsed_batch_has_exactly_these_losses_and_no_gradient(snippet):
    for n, d in ((2, 3), (33, 5)):
        point = torch.full((n, d), -1.7, dtype=torch.float64, requires_grad=True)
        for losses, value in (
            (snippet.triplet(point, point, point), 0.2),
            (snippet.info_nce(point, point), math.log(n)),
        ):
            torch.testing.assert_close(losses, torch.full((n,), value, dtype=torch.float64))
            (gradient,) = torch.autograd.grad(losses.sum(), point)
            assert gradient.abs().max() < 1e-12


def test_frozen_means_no_loss_and_no_gradient_while_points_are_apart(snippet):
    losses = snippet.triplet(snippet.a, snippet.a, -snippet.a)
    (gradient,) = torch.autograd.grad(losses.sum(), snippet.a)
    assert losses.max() == 0 and gradient.abs().max() == 0
    assert snippet.a.std() > 0.9 and snippet.a.shape == (256, 16)


def test_the_report(snippet, capsys):
    x = torch.tensor([[3.0, 4.0], [0.0, 2.0]], requires_grad=True)
    snippet.report("squares", x.square().sum(-1), x)  # gradient 2x: lengths 10 and 4
    assert list(map(float, re.findall(r"\d+\.\d+", capsys.readouterr().out))) == [14.5, 7.0]
    numbers = [list(map(float, re.findall(r"\d+\.\d+", line))) for line in snippet.printed.splitlines()]
    untrained, easy, collapsed, nce_untrained, nce_collapsed, (margin, log_n) = numbers
    assert easy == [0, 0] and collapsed == [margin, 0] and nce_collapsed == [log_n, 0]
    assert untrained[1] > 1 and nce_untrained[1] > 1 and nce_untrained[0] > log_n


def test_a_nearly_collapsed_batch_feels_almost_nothing_from_squared_distances(snippet):
    a, p, n = (1 + 1e-3 * torch.randn(3, 64, 8, dtype=torch.float64)).requires_grad_().unbind()
    (gradient,) = torch.autograd.grad(snippet.triplet(a, p, n).sum(), a)
    assert gradient.norm(dim=1).max() < 0.02
