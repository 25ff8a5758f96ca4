import numpy as np
import scipy.special
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

LOGITS = np.array([0.3, -1.2, 2.5, 0.0, 1.1])
TARGETS = [np.eye(5)[2], np.eye(5)[1], np.array([0.1, 0.2, 0.3, 0.15, 0.25])]


def test_the_three_gradients_agree_with_autograd(snippet):
    for y in TARGETS:
        z = torch.tensor(LOGITS, requires_grad=True)
        loss = torch.nn.functional.cross_entropy(z, torch.tensor(y))
        loss.backward()
        np.testing.assert_allclose(snippet.cross_entropy(LOGITS, y), loss.item(), rtol=1e-12)
        np.testing.assert_allclose(snippet.gradient(LOGITS, y), z.grad, atol=1e-14)
        np.testing.assert_allclose(snippet.gradient_by_chain_rule(LOGITS, y), z.grad, atol=1e-14)
        np.testing.assert_allclose(snippet.gradient_by_differences(LOGITS, y), z.grad, atol=1e-8)
        np.testing.assert_allclose(snippet.gradient_by_differences(LOGITS, y, step=1e-3), z.grad, atol=1e-6)


def test_jacobian_agrees_with_autograd(snippet):
    expected = torch.autograd.functional.jacobian(lambda z: z.softmax(0), torch.tensor(LOGITS))
    np.testing.assert_allclose(snippet.softmax_jacobian(snippet.softmax(LOGITS)), expected, atol=1e-14)


@given(arrays(float, 4, elements=st.floats(-1e4, 1e4)))
def test_softmax_is_stable_and_the_gradient_sums_to_zero(snippet, z):
    with np.errstate(over="raise", invalid="raise"):
        np.testing.assert_allclose(snippet.softmax(z), scipy.special.softmax(z), atol=1e-15)
        loss = snippet.cross_entropy(z, np.eye(4)[0])
        np.testing.assert_allclose(loss, scipy.special.logsumexp(z) - z[0], rtol=1e-12, atol=1e-11)
    assert abs(snippet.gradient(z, np.eye(4)[1]).sum()) < 1e-12


@given(arrays(float, 4, elements=st.floats(-20, 20)), arrays(float, 4, elements=st.floats(-1, 1)))
def test_the_hessian_is_a_variance_so_the_loss_is_convex_in_the_logits(snippet, z, v):
    p = snippet.softmax(z)
    curvature = v @ snippet.softmax_jacobian(p) @ v
    np.testing.assert_allclose(curvature, p @ v**2 - (p @ v) ** 2, atol=1e-12)
    assert curvature >= -1e-12
