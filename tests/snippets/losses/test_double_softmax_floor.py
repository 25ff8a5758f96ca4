import numpy as np
import pytest
import torch
from scipy.optimize import minimize

RNG = np.random.default_rng(0)


def twice(z, label):
    return torch.nn.functional.cross_entropy(torch.softmax(z, -1), label)


def test_losses_and_gradients_agree_with_autograd(snippet):
    for classes in (2, 5, 40):
        z = torch.tensor(RNG.normal(0, 3, classes), requires_grad=True)
        label = torch.tensor(1)
        once, double = torch.nn.functional.cross_entropy(z, label), twice(z, label)
        values = z.detach().numpy()
        assert snippet.cross_entropy(values, 1) == pytest.approx(once.item())
        (first,) = torch.autograd.grad(once, z)
        (second,) = torch.autograd.grad(double, z)
        np.testing.assert_allclose(snippet.gradient(values, 1), first, atol=1e-12)
        np.testing.assert_allclose(snippet.double_gradient(values, 1), second, atol=1e-12)


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_no_logits_get_below_the_floor_and_some_get_there(snippet, classes):
    def loss(z):
        return twice(torch.tensor(z), torch.tensor(0)).item()

    found = minimize(loss, np.zeros(classes), method="Nelder-Mead", options={"maxiter": 20000, "maxfev": 20000})
    assert found.fun >= snippet.floor(classes) - 1e-12
    assert loss(60 * np.eye(classes)[0]) == pytest.approx(snippet.floor(classes))
    assert found.fun == pytest.approx(snippet.floor(classes), abs=0.01)
    for _ in range(200):
        assert loss(RNG.normal(0, 10, classes)) >= snippet.floor(classes) - 1e-12


def test_at_equal_logits_the_gradient_is_k_times_smaller(snippet):
    for classes in (2, 10, 77):
        z = np.full(classes, 0.4)
        np.testing.assert_allclose(snippet.double_gradient(z, 0), snippet.gradient(z, 0) / classes, atol=1e-15)


def test_a_confident_mistake_costs_one_more_and_is_not_corrected(snippet):
    z = 20 * np.eye(10)[1]
    worst = snippet.cross_entropy(np.eye(10)[1], 0)
    assert worst == pytest.approx(snippet.floor(10) + 1)
    assert abs(snippet.double_gradient(z, 0)).max() < 1e-8 < 0.99 < abs(snippet.gradient(z, 0)).max()
