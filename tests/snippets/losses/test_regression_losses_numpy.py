import numpy as np
import pytest
import sklearn.metrics
import torch
import torch.nn.functional as F

ERRORS = np.array([-40.0, -3.1, -1.0, -0.2, 0.3, 1.0, 2.5, 800.0])
REFERENCES = {
    "squared": lambda e: e**2,
    "absolute": torch.abs,
    "huber": lambda e: F.huber_loss(e, torch.zeros_like(e), reduction="none"),
    "log_cosh": lambda e: torch.logaddexp(e, -e) - np.log(2),
    "pinball": lambda e: torch.where(e < 0, -0.9 * e, 0.1 * e),
}


def autograd(loss, errors):
    e = torch.tensor(errors, requires_grad=True)
    value = loss(e)
    value.sum().backward()
    return value.detach().numpy(), e.grad.numpy()


@pytest.mark.parametrize("name", REFERENCES)
def test_losses_and_gradients_agree_with_pytorch(snippet, name):
    found, expected = getattr(snippet, name)(ERRORS), autograd(REFERENCES[name], ERRORS)
    np.testing.assert_allclose(found[0], expected[0], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(found[1], expected[1], rtol=1e-12, atol=1e-12)


def test_other_deltas_and_taus(snippet):
    for delta in (0.2, 5.0):
        expected = autograd(lambda e, d=delta: F.huber_loss(e, torch.zeros_like(e), reduction="none", delta=d), ERRORS)
        np.testing.assert_allclose(snippet.huber(ERRORS, delta), expected)
    for tau in (0.1, 0.5):
        oracle = [sklearn.metrics.mean_pinball_loss([0.0], [e], alpha=tau) for e in ERRORS]
        np.testing.assert_allclose(snippet.pinball(ERRORS, tau)[0], oracle)
        slopes = (snippet.pinball(ERRORS + 1e-3, tau)[0] - snippet.pinball(ERRORS - 1e-3, tau)[0]) / 2e-3
        np.testing.assert_allclose(snippet.pinball(ERRORS, tau)[1], slopes, rtol=1e-6)


def test_log_cosh_overflows_nowhere_and_equals_its_definition(snippet):
    e = np.linspace(-5, 5, 11)
    np.testing.assert_allclose(snippet.log_cosh(e)[0], np.log(np.cosh(e)), atol=1e-12)
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_allclose(snippet.log_cosh(np.array([-1e6, 1e6]))[0], 1e6 - np.log(2))


def test_all_but_the_square_have_bounded_gradients(snippet):
    for f in snippet.losses:
        steepest = np.abs(f(np.linspace(-1e4, 1e4, 2001))[1]).max()
        assert steepest == 2e4 if f is snippet.squared else steepest <= 1


def test_the_picture_shows_loss_and_gradient_of_each(snippet):
    loss, slope = snippet.figures[-1].axes
    for f, left, right in zip(snippet.losses, loss.lines, slope.lines, strict=True):
        assert left.get_label() == f.__name__
        np.testing.assert_allclose(left.get_ydata(), f(left.get_xdata())[0])
        np.testing.assert_allclose(right.get_ydata(), f(right.get_xdata())[1])
    np.testing.assert_allclose(loss.lines[0].get_xdata(), np.arange(-300, 301) / 100, atol=1e-12)
    assert loss.get_ylim() == (0, 4) and slope.get_ylim() == (-3, 3)


def test_at_the_kink_each_gives_a_subgradient(snippet):
    assert snippet.absolute(np.zeros(1))[1] == 0
    assert snippet.pinball(np.zeros(1))[1] == -0.9  # the slope on the left
