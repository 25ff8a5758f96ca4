import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar


def focal(p, y, gamma):
    p_t = p if y else 1 - p
    return -((1 - p_t) ** gamma) * torch.log(p_t)


@pytest.mark.parametrize("gamma", [0.0, 1.0, 2.0, 3.5])
def test_expected_loss_and_pull_agree_with_autograd(snippet, gamma):
    for q in (0.03, 0.5, 0.88):
        p = torch.tensor(q, dtype=torch.float64, requires_grad=True)
        loss = 0.2 * focal(p, 1, gamma) + 0.8 * focal(p, 0, gamma)
        assert snippet.expected_focal(q, 0.2, gamma) == pytest.approx(loss.item())
        (slope,) = torch.autograd.grad(focal(p, 1, gamma), p)
        assert snippet.pull(q, gamma) == pytest.approx(-slope.item())


@given(st.floats(0.01, 0.99), st.sampled_from([0.5, 1.0, 2.0, 4.0]))
def test_true_probability_inverts_the_minimiser(snippet, pi, gamma):
    found = minimize_scalar(
        lambda q: snippet.expected_focal(q, pi, gamma),
        bounds=(1e-9, 1 - 1e-9),
        method="bounded",
        options={"xatol": 1e-10},
    ).x
    assert snippet.true_probability(found, gamma) == pytest.approx(pi, abs=1e-4)
    if abs(pi - 0.5) > 0.01:
        assert abs(found - 0.5) < abs(pi - 0.5)  # pulled towards a half
        assert (found > 0.5) == (pi > 0.5)  # the side of a half is kept: the argmax is right


def test_gamma_zero_is_proper(snippet):
    np.testing.assert_allclose(snippet.true_probability(np.array([0.02, 0.6]), 0), [0.02, 0.6])


def test_the_grid_is_fine_and_inside(snippet):
    assert (snippet.q[0], snippet.q[-1]) == (0.0001, 0.9999)
    np.testing.assert_allclose(np.diff(snippet.q), 0.0001)
