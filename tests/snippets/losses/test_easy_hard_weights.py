import numpy as np
import pytest
import torch


@pytest.mark.parametrize("gamma", [0.0, 1.0, 2.0, 3.5])
def test_factors_are_ratios_to_cross_entropy(snippet, gamma):
    z = torch.tensor([-5.0, -1.0, 0.2, 4.0], dtype=torch.float64, requires_grad=True)
    ce = torch.nn.functional.softplus(-z)
    focal = ce * torch.sigmoid(-z) ** gamma
    (g_ce,) = torch.autograd.grad(ce.sum(), z, retain_graph=True)
    (g_focal,) = torch.autograd.grad(focal.sum(), z)
    p = torch.sigmoid(z).detach().numpy()
    np.testing.assert_allclose(snippet.loss_factor(p, gamma), (focal / ce).detach())
    np.testing.assert_allclose(snippet.gradient_factor(p, gamma), g_focal / g_ce)


def test_default_gamma_is_two(snippet):
    assert snippet.loss_factor(0.3) == pytest.approx(0.49)
    assert snippet.gradient_factor(0.3) == snippet.gradient_factor(0.3, gamma=2)


def test_the_gradient_is_enlarged_for_hard_examples_only(snippet):
    p = np.linspace(0.01, 0.99, 99)
    larger = snippet.gradient_factor(p) > 1
    assert larger[p < 0.29].all() and not larger[p > 0.31].any()
    assert 0.29 < snippet.larger.max() < 0.30
    assert (snippet.gradient_factor(p) > snippet.loss_factor(p)).all()


def test_a_thousand_easy_examples_against_a_hard_one(snippet):
    def pull(p, gamma):
        z = torch.tensor(np.log(p / (1 - p)), requires_grad=True)
        (torch.nn.functional.softplus(-z) * torch.sigmoid(-z) ** gamma).backward()
        return abs(z.grad.item())

    lines = snippet.printed.splitlines()[-2:]
    for gamma, line in zip((0, 2), lines, strict=True):
        assert f"{1000 * pull(0.99, gamma) / pull(0.1, gamma):.4f} times" in line
        assert line.startswith(f"gamma {gamma}")


def test_the_picture_shows_loss_and_gradient(snippet):
    left, right = snippet.figures[0].axes
    assert left.get_ylim() == (0, 5)
    for gamma, loss, gradient in zip((0, 1, 2, 5), left.lines, right.lines, strict=True):
        z = torch.tensor(np.log(snippet.p / (1 - snippet.p)), requires_grad=True)
        focal = torch.nn.functional.softplus(-z) * torch.sigmoid(-z) ** gamma
        focal.sum().backward()
        np.testing.assert_allclose(loss.get_xdata(), np.arange(1, 1000) / 1000)
        np.testing.assert_allclose(loss.get_ydata(), focal.detach(), rtol=1e-6)
        np.testing.assert_allclose(gradient.get_ydata(), abs(z.grad), rtol=1e-6)
        np.testing.assert_array_equal(gradient.get_xdata(), loss.get_xdata())
