import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

beta = st.floats(0, 0.999)


@given(beta, beta, st.floats(1e-3, 1e3))
def test_constant_gradient_closed_forms(snippet, beta1, beta2, g):
    t = np.arange(1, 31)
    gradients = np.full(30, g)
    np.testing.assert_allclose(snippet.step_sizes(gradients, beta1, beta2, True), 1, rtol=1e-9)
    expected = (1 - beta1**t) / np.sqrt(1 - beta2**t)
    np.testing.assert_allclose(snippet.step_sizes(gradients, beta1, beta2, False), expected, rtol=1e-9)


@pytest.mark.parametrize("betas", [(0.9, 0.999), (0.7, 0.9)])
def test_corrected_steps_are_those_of_torch_for_changing_gradients(snippet, betas):
    gradients = np.random.default_rng(4).normal(size=50) + 0.5
    theta = torch.zeros(1, dtype=torch.float64)
    optimizer = torch.optim.Adam([theta], lr=1.0, betas=betas, eps=0.0)
    path = [0.0]
    for g in gradients:
        theta.grad = torch.tensor([g])
        optimizer.step()
        path.append(theta.item())
    np.testing.assert_allclose(snippet.step_sizes(gradients, *betas, True), -np.diff(path), rtol=1e-9)


def test_the_printed_table(snippet):
    lines = snippet.printed.splitlines()
    steps = np.array(lines[0].split()[1:], dtype=float)
    for corrected, plain, beta2 in [(lines[1], lines[2], 0.999), (lines[4], lines[5], 0.95)]:
        assert set(corrected.split()[-7:]) == {"1.00"}
        expected = (1 - 0.9**steps) / np.sqrt(1 - beta2**steps)
        np.testing.assert_allclose([float(x) for x in plain.split()[-7:]], expected, atol=0.005)
    t = np.arange(1, 5001)
    for line, beta2 in ((lines[3], 0.999), (lines[6], 0.95)):
        curve = (1 - 0.9**t) / np.sqrt(1 - beta2**t)
        assert line == f"largest uncorrected step: {curve.max():.2f}, at step {t[curve.argmax()]}"


def test_without_correction_the_first_step_is_larger_or_smaller(snippet):
    first = {b: snippet.step_sizes([7.0], 0.9, b, False)[0] for b in (0.999, 0.99, 0.95)}
    assert first[0.999] == pytest.approx(0.1 / np.sqrt(0.001)) and first[0.999] > 1
    assert first[0.99] == pytest.approx(1)  # 1 - beta1 = sqrt(1 - beta2)
    assert first[0.95] < 1
