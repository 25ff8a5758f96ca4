import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import binary_cross_entropy_with_logits as bce

Z = np.array([-60.0, -4.0, -0.3, 0.0, 1.7, 9.0, 60.0])


def reference(z, y, gamma, alpha):
    """The formula of torchvision.ops.sigmoid_focal_loss, restated."""
    p = torch.sigmoid(z)
    p_t = p * y + (1 - p) * (1 - y)
    loss = bce(z, y, reduction="none") * (1 - p_t) ** gamma
    return loss if alpha is None else (alpha * y + (1 - alpha) * (1 - y)) * loss


@pytest.mark.parametrize("gamma", [0.0, 0.5, 2.0, 5.0])
@pytest.mark.parametrize("alpha", [None, 0.25, 0.9])
@pytest.mark.parametrize("label", [0, 1])
def test_loss_and_gradient_agree_with_autograd(snippet, gamma, alpha, label):
    y = np.full(Z.shape, label)
    z = torch.tensor(Z[1:-1], requires_grad=True)
    expected = reference(z, torch.tensor(y[1:-1], dtype=z.dtype), gamma, alpha)
    expected.sum().backward()
    ours = snippet.focal_loss(Z, y, gamma, alpha)
    np.testing.assert_allclose(ours[1:-1], expected.detach(), rtol=1e-9)
    assert np.isfinite(ours).all()
    if alpha is None:
        np.testing.assert_allclose(snippet.focal_gradient(Z, y, gamma)[1:-1], z.grad, rtol=1e-9)


def test_defaults_are_gamma_two_and_no_alpha(snippet):
    y = np.array([0, 1] * 3 + [0])
    np.testing.assert_array_equal(snippet.focal_loss(Z, y), snippet.focal_loss(Z, y, 2.0, None))
    np.testing.assert_array_equal(snippet.focal_gradient(Z, y), snippet.focal_gradient(Z, y, 2.0))


@given(st.floats(-500, 500), st.integers(0, 1))
def test_gamma_zero_is_cross_entropy(snippet, z, y):
    expected = bce(torch.tensor(z, dtype=torch.float64), torch.tensor(float(y), dtype=torch.float64))
    assert snippet.focal_loss(z, y, 0) == pytest.approx(expected.item(), rel=1e-12)
    assert snippet.focal_gradient(z, y, 0) == pytest.approx(1 / (1 + np.exp(-z)) - y, abs=1e-12)


def test_focal_loss_never_exceeds_cross_entropy_but_its_gradient_does(snippet):
    y = np.ones_like(Z)
    assert (snippet.focal_loss(Z, y) <= snippet.focal_loss(Z, y, 0)).all()
    assert abs(snippet.focal_gradient(-3.0, 1)) > 1 > abs(snippet.focal_gradient(-3.0, 1, 0))
