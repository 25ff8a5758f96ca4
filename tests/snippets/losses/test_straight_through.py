import numpy as np
import pytest
import torch


def test_value_is_rounded_and_gradient_is_the_identitys(snippet):
    x = torch.tensor([-1.7, -0.2, 0.4, 2.6, 1e3 + 0.4], dtype=torch.float64, requires_grad=True)
    rounded = snippet.round_straight_through(x)
    assert torch.equal(rounded, x.detach().round())
    upstream = torch.tensor([1.0, -2.0, 3.0, 0.5, 7.0], dtype=torch.float64)
    rounded.backward(upstream)
    assert torch.equal(x.grad, upstream)


def test_gradients_of_the_squared_error(snippet):
    assert snippet.gradient(torch.round, 3.3, 1.0) == 0
    assert snippet.gradient(snippet.round_straight_through, 3.3, 1.0) == pytest.approx(2 * (3 - 1))
    assert snippet.gradient(snippet.round_straight_through, 3.7, 1.0) == pytest.approx(2 * (4 - 1))


def test_descent_dithers_so_that_the_mean_is_the_target(snippet):
    path = snippet.descend(0.3, 2.7, 0.01, 3000)
    assert path[0] == 0.3 and len(path) == 3001
    late = path[1000:].round()
    assert set(late.tolist()) == {2.0, 3.0}  # around the border at 2.5, never at rest
    # x stays within a step of the border, so the forces cancel: 0.7 of the time at 3, up to 1 / 2000 steps
    assert late.mean().item() == pytest.approx(2.7, abs=0.002)
    assert path[1000:].sub(2.5).abs().max() < 0.02


def test_the_picture_shows_the_path_and_its_rounding(snippet):
    x, rounded = (line.get_ydata() for line in snippet.figures[0].axes[0].lines)
    assert len(x) == 61 and x[0] == 1.41
    np.testing.assert_array_equal(rounded, np.round(x))
    assert set(rounded[30:]) == {1.0, 2.0}
    np.testing.assert_allclose(np.diff(x), 0.06 * (1.4 - rounded[:-1]), atol=1e-12)
