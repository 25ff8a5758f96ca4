import numpy as np
import pytest
import torch

GRADIENTS = [3e-1, -2e-3, 5e-5, -4e-7, 3e-8, 1e-12]


@pytest.mark.parametrize("eps", [1e-8, 1e-4, 2.0])
def test_outside_is_the_first_step_of_torch(snippet, eps):
    theta = torch.zeros(6, dtype=torch.float64)
    optimizer = torch.optim.Adam([theta], lr=1.0, eps=eps)
    theta.grad = torch.tensor(GRADIENTS, dtype=torch.float64)
    optimizer.step()
    np.testing.assert_allclose(snippet.outside(np.array(GRADIENTS), eps), -theta.numpy(), rtol=1e-9)


@pytest.mark.parametrize("eps", [1e-8, 1e-3])
def test_inside_divides_by_the_root_of_the_sum(snippet, eps):
    for g in GRADIENTS:
        assert snippet.inside(g, eps) == pytest.approx(g / np.hypot(g, np.sqrt(eps)))
        assert abs(snippet.inside(g, eps)) <= 1


@pytest.mark.parametrize("eps", [1e-8, 1e-3])
def test_before_correction_by_the_efficient_form_of_the_paper(snippet, eps):
    # alpha_1 m / (sqrt(v) + eps) with alpha_1 = sqrt(1 - beta2) / (1 - beta1)
    for g in GRADIENTS:
        m, v = 0.1 * g, 0.001 * g * g
        assert snippet.before_correction(g, eps) == pytest.approx(np.sqrt(0.001) / 0.1 * m / (np.sqrt(v) + eps))


def test_before_correction_is_the_first_step_of_sparse_adam(snippet):
    for g in GRADIENTS:
        row = torch.zeros(1, 1, dtype=torch.float64)
        optimizer = torch.optim.SparseAdam([row], lr=1.0, eps=1e-4)
        values = torch.tensor([[g]], dtype=torch.float64)
        row.grad = torch.sparse_coo_tensor([[0]], values, (1, 1), check_invariants=True)
        optimizer.step()
        assert snippet.before_correction(g, 1e-4) == pytest.approx(-row.item(), rel=1e-9)


def test_printed_table_and_what_the_page_says(snippet):
    lines = [line.split() for line in snippet.printed.splitlines()]
    for row in lines[2:7]:
        g = float(row[0])
        expected = [g / (g + 1e-8), g / np.sqrt(g * g + 1e-8), g / (g + 1e-8 / np.sqrt(0.001))]
        np.testing.assert_allclose([float(x) for x in row[1:]], expected, atol=6e-5)
    assert len(lines) == 11
    for row in lines[8:]:  # the relative gap to plain SGD is the gradient
        g = float(row[0])
        np.testing.assert_allclose(float(row[1]), g / (g + 1), atol=6e-5)
    assert lines[5][1] == "0.5000"  # epsilon equal to the gradient halves the step
