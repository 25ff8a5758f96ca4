import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

LOGITS = np.array([-30.0, -3.3, -0.7, 0.0, 0.4, 2.9, 30.0])


def autograd(loss, z, y):
    logits = torch.tensor(z, requires_grad=True)
    loss(logits, torch.full_like(logits, y)).backward()
    return logits.grad.numpy()


def test_gradients_agree_with_autograd(snippet):
    def cross_entropy(z, y):
        return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum")

    def squared_error(z, y):
        return ((torch.sigmoid(z) - y) ** 2).sum()

    for y in (0.0, 0.3, 1.0):
        np.testing.assert_allclose(
            snippet.cross_entropy_gradient(LOGITS, y), autograd(cross_entropy, LOGITS, y), atol=1e-12
        )
        np.testing.assert_allclose(
            snippet.squared_error_gradient(LOGITS, y), autograd(squared_error, LOGITS, y), atol=1e-12
        )


@given(st.floats(-700, 700))
def test_sigmoid_is_the_logistic_function_and_never_overflows(snippet, z):
    with np.errstate(over="raise"):
        expected = torch.sigmoid(torch.tensor(z, dtype=torch.float64))
        np.testing.assert_allclose(snippet.sigmoid(z), expected, rtol=1e-12)  # relative: also in the far left tail


def test_confidently_wrong_one_gradient_tends_to_minus_one_and_the_other_to_zero(snippet):
    for z in (-10.0, -20.0, -40.0):
        assert abs(snippet.cross_entropy_gradient(z, 1) + 1) < 1.1 * np.exp(z)
        np.testing.assert_allclose(snippet.squared_error_gradient(z, 1), -2 * np.exp(z), rtol=4 * np.exp(z) + 1e-12)


def test_squared_error_pulls_hardest_where_p_is_a_third(snippet):
    # the size of the gradient, 2 p (1 - p)², has its maximum where (1 - p)² = 2 p (1 - p), at p = 1/3
    assert abs(snippet.sigmoid(snippet.steepest) - 1 / 3) < 0.01


def test_the_picture_shows_both_gradients(snippet):
    first, second = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(first.get_ydata(), 1 / (1 + np.exp(-first.get_xdata())) - 1)
    np.testing.assert_allclose(first.get_xdata(), np.linspace(-8, 8, 321))
    p = 1 + first.get_ydata()
    np.testing.assert_allclose(second.get_ydata(), -2 * p * (1 - p) ** 2, atol=1e-15)
