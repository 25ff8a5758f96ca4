import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

LOGITS = st.lists(st.floats(-30, 30), min_size=2, max_size=6)


def autograd(loss, z, y):
    z = torch.tensor(z, requires_grad=True)
    loss(z, torch.tensor(y)).backward()
    return z.grad


@given(LOGITS, st.integers(0, 5))
def test_gradients_agree_with_autograd(snippet, logits, label):
    z, y = np.array(logits), np.eye(len(logits))[label % len(logits)]
    ce = autograd(lambda z, y: torch.nn.functional.cross_entropy(z, y), z, y)
    se = autograd(lambda z, y: ((torch.softmax(z, 0) - y) ** 2).sum(), z, y)
    np.testing.assert_allclose(snippet.cross_entropy_gradient(z, y), ce, atol=1e-13)
    np.testing.assert_allclose(snippet.squared_error_gradient(z, y), se, atol=1e-13)


def test_softmax_survives_large_logits(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([1e4, 0.0, 1e4])), [0.5, 0, 0.5])


def test_two_classes_give_the_sigmoid_statement(snippet):
    # with z = (0, m) the derivative in m is that of a sigmoid, twice: both outputs carry the same error
    p = 1 / (1 + np.exp(3.0))
    g = snippet.squared_error_gradient(np.array([0.0, -3.0]), np.array([0, 1]))
    np.testing.assert_allclose(g, 2 * 2 * p * (1 - p) ** 2 * np.array([1, -1]))


def test_confidently_wrong_the_gradients_part(snippet):
    z = np.array([0.0, 40.0, 0.0, 0.0])
    y = np.array([1, 0, 0, 0])
    np.testing.assert_allclose(snippet.cross_entropy_gradient(z, y), [-1, 1, 0, 0], atol=1e-15)
    assert np.abs(snippet.squared_error_gradient(z, y)).max() < 1e-15
