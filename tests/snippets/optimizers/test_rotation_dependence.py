import numpy as np
import pytest
import torch


def torch_losses(optimizer, degrees, steps):
    angle = np.radians(degrees)
    turn = torch.tensor([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    theta = (turn @ torch.ones(2, dtype=torch.float64)).requires_grad_()
    optimizer, values = optimizer([theta]), []

    def loss():
        back = turn.T @ theta
        return (back[0] ** 2 + 100 * back[1] ** 2) / 2

    for _ in range(steps):
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()
        values.append(loss().item())
    return np.array(values)


@pytest.mark.parametrize("degrees", [0, 15, 70, -120])
def test_losses_are_those_of_torch(snippet, degrees):
    adam = torch_losses(lambda p: torch.optim.Adam(p, lr=0.02), degrees, 60)
    np.testing.assert_allclose(snippet.losses("Adam", degrees, 0.02, 60), adam, rtol=1e-10)
    sgd = torch_losses(lambda p: torch.optim.SGD(p, lr=0.012), degrees, 60)
    np.testing.assert_allclose(snippet.losses("gradient descent", degrees, 0.012, 60), sgd, rtol=1e-6)


def test_rotation_matrix(snippet):
    np.testing.assert_allclose(snippet.rotation(90) @ [1, 0], [0, 1], atol=1e-12)
    turn = snippet.rotation(33)
    np.testing.assert_allclose(turn @ turn.T, np.eye(2), atol=1e-12)
    assert turn[1, 0] == pytest.approx(np.sin(np.radians(33)))


def test_a_quarter_turn_swaps_axes_and_leaves_adam_alone(snippet):
    upright = snippet.losses("Adam", 0, 0.03)
    assert len(upright) == 100
    np.testing.assert_allclose(snippet.losses("Adam", 90, 0.03), upright, rtol=1e-6)
    assert abs(snippet.losses("Adam", 45, 0.03) / upright - 1).max() > 1


def test_gradient_descent_does_not_see_the_axes(snippet):
    upright = snippet.losses("gradient descent", 0, 0.015)
    for degrees in (10, 45, 200):
        np.testing.assert_allclose(snippet.losses("gradient descent", degrees, 0.015), upright, rtol=1e-8)
    np.testing.assert_allclose(upright[-1], 0.5 * 0.985**200 + 50 * 0.5**200, rtol=1e-9)


def test_the_printed_rows(snippet):
    descent, adam = ([float(x) for x in line.split()[-3:]] for line in snippet.printed.splitlines()[1:])
    assert descent[0] == descent[1] == descent[2] == round(0.5 * 0.985**200, 4)
    assert min(adam[1:]) > 100 * adam[0]
