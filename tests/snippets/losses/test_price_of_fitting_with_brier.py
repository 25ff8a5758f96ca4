import numpy as np
import pytest
import torch


def sandwich(loss, intercept, slope):
    """A⁻¹ B A⁻¹ with A the expected Hessian and B the expected outer product of gradients, by autograd."""
    x = torch.linspace(-9, 9, 801, dtype=torch.float64)
    weight = torch.exp(-(x**2) / 2)
    weight = weight / weight.sum()
    theta = torch.tensor([intercept, slope], dtype=torch.float64)
    p = torch.sigmoid(theta[0] + theta[1] * x)
    A = B = 0
    for y, chance in ((1.0, p), (0.0, 1 - p)):
        mass = weight * chance
        A = A + torch.autograd.functional.hessian(
            lambda t, y=y, mass=mass: (mass * loss(t[0] + t[1] * x, y)).sum(), theta
        )
        g = torch.autograd.functional.jacobian(lambda t, y=y: loss(t[0] + t[1] * x, y), theta)
        B = B + (mass[:, None, None] * g[:, :, None] * g[:, None, :]).sum(0)
    return (torch.linalg.inv(A) @ B @ torch.linalg.inv(A))[1, 1].item()


@pytest.mark.parametrize(("slope", "intercept"), [(0.7, 0.0), (3.0, 0.0), (1.5, -2.0)])
def test_variances_are_the_sandwich(snippet, slope, intercept):
    cross_entropy = sandwich(lambda z, y: torch.nn.functional.softplus(z) - y * z, intercept, slope)
    squared_error = sandwich(lambda z, y: (torch.sigmoid(z) - y) ** 2, intercept, slope)
    np.testing.assert_allclose(snippet.variances(slope, intercept), (cross_entropy, squared_error), rtol=1e-6)


def test_squared_error_is_never_the_better_estimator(snippet):
    ratios = [np.divide(*snippet.variances(s)[::-1]) for s in (1e-6, 0.1, 0.5, 1, 2, 5)]
    assert ratios[0] == pytest.approx(1)  # p constant: both weigh all examples alike
    assert (np.diff(ratios) > 0).all()


def test_grid_integrates_a_standard_normal(snippet):
    np.testing.assert_array_equal(snippet.nodes, np.linspace(-10, 10, 2001))
    moments = [snippet.weights @ snippet.nodes**k for k in range(5)]
    np.testing.assert_allclose(moments, [1, 0, 1, 0, 3], atol=1e-9)
