import numpy as np
import pytest
import torch

SETTINGS = [(0.06, 0.0, False), (0.03, 0.8, False), (0.03, 0.8, True)]


def torch_path(lr, momentum, nesterov, steps):
    theta = torch.tensor([-10.0, 1.5], dtype=torch.float64)
    optimizer = torch.optim.SGD([theta], lr=lr, momentum=momentum, nesterov=nesterov)
    path = [theta.numpy().copy()]
    for _ in range(steps):
        theta.grad = theta.detach() * torch.tensor([1.0, 30.0])
        optimizer.step()
        path.append(theta.numpy().copy())
    return np.array(path)


@pytest.mark.parametrize("settings", [*SETTINGS, (0.01, 0.5, True), (0.02, 0.9, False)])
def test_path_is_that_of_torch(snippet, settings):
    path = snippet.path(*settings, steps=100)
    assert path.shape == (101, 2)
    np.testing.assert_allclose(path, torch_path(*settings, steps=100), rtol=0, atol=1e-10)


def test_loss_has_the_gradient_that_the_path_follows(snippet):
    points = np.array([[1.0, 2.0], [-3.0, 0.1]])
    np.testing.assert_allclose(snippet.loss(points), [0.5 * 1 + 15 * 4, 0.5 * 9 + 15 * 0.01])
    assert snippet.loss(points[None]).shape == (1, 2)


def test_the_picture_shows_the_three_paths_on_the_contours(snippet):
    axes = snippet.figures[0].axes[0]
    assert len(axes.lines) == 3
    for line, settings in zip(axes.lines, SETTINGS, strict=True):
        np.testing.assert_allclose(line.get_xydata(), torch_path(*settings, steps=40), atol=1e-10)
    contours = axes.collections[0]
    assert list(contours.levels) == [0.5, 4, 16, 36, 64]
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        x, y = path.vertices.T
        np.testing.assert_allclose((x**2 + 30 * y**2) / 2, level, rtol=0.03)  # straight pieces between grid points
    np.testing.assert_allclose(snippet.x[0], np.linspace(-11, 4, 151))
    np.testing.assert_allclose(snippet.y[:, 0], np.linspace(-2.5, 2.5, 101))


def test_both_momenta_end_far_below_plain_and_nesterov_wobbles_less_in_the_steep_direction(snippet):
    plain, heavy, nesterov = (snippet.path(*s, steps=40) for s in SETTINGS)
    assert max(snippet.loss(heavy[40]), snippet.loss(nesterov[40])) < 0.05 * snippet.loss(plain[40])
    assert np.abs(nesterov[5:, 1]).max() < 0.1 * np.abs(heavy[5:, 1]).max()
