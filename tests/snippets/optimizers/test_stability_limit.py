import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st


def radius(x, momentum, nesterov):
    """Largest root of the characteristic polynomial at learning rate times curvature x."""
    s = 1 - x
    if nesterov:
        return np.abs(np.roots([1, -s * (1 + momentum), s * momentum])).max()
    return np.abs(np.roots([1, -(1 + momentum - x), momentum])).max()


@given(st.floats(0, 0.99), st.booleans())
def test_the_limit_is_where_the_spectral_radius_reaches_one(snippet, momentum, nesterov):
    edge = snippet.limit(momentum, nesterov)
    assert radius(edge * 0.999, momentum, nesterov) < 1 < radius(edge * 1.001, momentum, nesterov)


def test_known_limits(snippet):
    assert snippet.limit(0.0, False) == snippet.limit(0.0, True) == 2
    assert snippet.limit(0.9, False) == pytest.approx(3.8)
    assert snippet.limit(0.9, True) == pytest.approx(3.8 / 2.8)


@pytest.mark.parametrize("nesterov", [False, True])
def test_error_is_that_of_torch(snippet, nesterov):
    theta = torch.tensor(1.0, dtype=torch.float64)
    optimizer = torch.optim.SGD([theta], lr=0.05, momentum=0.7, nesterov=nesterov)
    for step in range(1, 31):
        theta.grad = theta.detach() * 6.0
        optimizer.step()
        assert snippet.error_after(step, 0.3, 0.7, nesterov) == pytest.approx(abs(theta.item()), abs=1e-12)


def test_the_page_shows_shrinking_below_and_growth_above(snippet):
    for line in snippet.printed.splitlines()[1:]:
        *_, below, above = line.split()
        assert float(below) < 1e-4 and float(above) > 1e4
