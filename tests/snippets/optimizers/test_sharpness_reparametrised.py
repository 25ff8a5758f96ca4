import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

POINTS = ((1.3, 0.4), (-2.0, 0.5), (3.0, 1.1), (0.2, -0.7))


def test_loss_and_hessian_agree_with_autograd(snippet):
    for a, b in POINTS:
        w = torch.tensor([a, b], dtype=torch.float64)
        assert np.isclose(snippet.loss(a, b), 0.5 * (a * b - 1) ** 2)
        H = torch.autograd.functional.hessian(lambda w: 0.5 * (w[0] * w[1] - 1) ** 2, w)
        np.testing.assert_allclose(snippet.hessian(a, b), H, atol=1e-12)


def test_descend_is_gradient_descent(snippet):
    for a, b in POINTS:
        w = torch.tensor([a, b], dtype=torch.float64, requires_grad=True)
        optimiser = torch.optim.SGD([w], lr=0.03)
        for _ in range(100):
            optimiser.zero_grad()
            (0.5 * (w.prod() - 1) ** 2).backward()
            optimiser.step()
        np.testing.assert_allclose(snippet.descend(a, b, 0.03), w.detach(), rtol=1e-9)
        np.testing.assert_allclose(snippet.descend(a, b, 0.03, steps=100), w.detach(), rtol=1e-9)


@given(st.floats(0.05, 20))
def test_at_a_minimum_sharpness_depends_on_the_scale_and_adaptive_sharpness_does_not(snippet, a):
    top = np.linalg.eigvalsh(snippet.hessian(a, 1 / a))[-1]
    assert np.isclose(top, a**2 + 1 / a**2)
    for rho in (0.1, 0.3):
        # the worst corner moves both weights outwards: ((1 + rho)² - 1)² / 2
        assert np.isclose(snippet.adaptive_sharpness(a, 1 / a, rho), ((1 + rho) ** 2 - 1) ** 2 / 2)
    assert np.isclose(snippet.adaptive_sharpness(a, 1 / a), 0.0968)


def test_away_from_a_minimum_the_worst_corner_may_be_another(snippet):
    assert np.isclose(snippet.adaptive_sharpness(1.0, 0.1, 0.5), 0.5 * (0.5 * 0.05 - 1) ** 2)
    assert np.isclose(snippet.adaptive_sharpness(2.0, -1.0, 0.5), 0.5 * (3.0 * -1.5 - 1) ** 2)


def test_the_printed_rates_separate_return_from_departure(snippet):
    for a in (2, 4):  # just beside the minimum
        limit = 2 / (a**2 + a**-2)
        inside = np.array(snippet.descend(a, 1 / a + 1e-6, 0.9 * limit))
        outside = np.array(snippet.descend(a, 1 / a + 1e-6, 1.1 * limit, steps=20))
        assert abs(inside.prod() - 1) < 1e-9 < 1e-7 < abs(outside.prod() - 1)


def test_above_its_limit_descent_moves_to_a_flatter_minimum_of_the_same_function(snippet):
    assert snippet.hessian(4, 0.26)[1, 1] > 10  # the start is too sharp for the rate 0.2
    a, b = snippet.descend(4, 0.26, 0.2)
    assert abs(a * b - 1) < 1e-3 and np.linalg.eigvalsh(snippet.hessian(a, b))[-1] < 2 / 0.2
