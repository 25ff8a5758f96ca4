import numpy as np
import torch


def hadsell(a, b, same, margin):  # the paper's formula, whose Y is 1 for pairs that differ
    y, d = 1 - same, (a - b).norm(dim=1)
    return (1 - y) * d**2 / 2 + y * (margin - d).clamp(min=0) ** 2 / 2


def pairs():
    rng = np.random.default_rng(1)
    return rng.normal(size=(40, 3)), rng.normal(size=(40, 3)), rng.integers(0, 2, 40)


def test_loss_and_gradient_agree_with_autograd(snippet):
    a, b, same = pairs()
    for margin in (0.5, 1.0, 3.0):
        x, y = torch.tensor(a, requires_grad=True), torch.tensor(b, requires_grad=True)
        loss = hadsell(x, y, torch.tensor(same), margin)
        loss.sum().backward()
        np.testing.assert_allclose(snippet.contrastive(a, b, same, margin), loss.detach())
        gradient = snippet.gradient(a, b, same, margin)
        np.testing.assert_allclose(gradient, x.grad, atol=1e-12)
        np.testing.assert_allclose(-gradient, y.grad, atol=1e-12)


def test_a_negative_pair_beyond_the_margin_and_one_at_distance_zero_feel_nothing(snippet):
    a = np.array([[2.0, 0.0], [0.0, 0.0], [0.01, 0.0]])
    b = np.zeros((3, 2))
    gradient = snippet.gradient(a, b, np.zeros(3), 1.5)
    np.testing.assert_allclose(gradient, [[0, 0], [0, 0], [-1.49, 0]])
    np.testing.assert_allclose(snippet.contrastive(a, b, np.zeros(3), 1.5), [0, 1.125, 1.49**2 / 2])


def test_the_printed_table(snippet):
    rows = [list(map(float, line.split())) for line in snippet.printed.splitlines()[1:]]
    d = np.array([0, 0.1, 0.5, 0.9, 1.5])
    gap = np.maximum(0, 1 - d)
    expected = np.column_stack([d, d**2 / 2, d, gap**2 / 2, gap * (d > 0)])
    np.testing.assert_allclose(rows, expected, atol=0.0051)
