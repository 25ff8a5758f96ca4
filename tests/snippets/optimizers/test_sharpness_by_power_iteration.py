import numpy as np
import torch

torch.manual_seed(0)


def symmetric(seed, n=6, shift=0.0):
    a = torch.randn(n, n, dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
    return a + a.T + shift * torch.eye(n, dtype=torch.float64)


def test_hessian_vector_product_is_that_of_the_hessian(snippet):
    generator = torch.Generator().manual_seed(5)
    w, v = torch.randn(2, 12, dtype=torch.float64, generator=generator)
    w.requires_grad_()
    H = torch.autograd.functional.hessian(snippet.loss, w)
    np.testing.assert_allclose(snippet.hessian_vector_product(snippet.loss, w, v).detach(), H @ v)


def test_power_iteration_finds_the_largest_size_and_the_shift_the_largest_value(snippet):
    for seed, shift in ((0, 4.0), (1, -4.0), (2, -9.0), (3, 9.0)):
        A = symmetric(seed, shift=shift)
        values = np.linalg.eigvalsh(A.numpy())
        start = torch.ones(6, dtype=torch.float64)
        by_size = values[np.abs(values).argmax()]
        found = snippet.power_iteration(lambda u, A=A: A @ u, start, steps=3000)
        assert abs(found - by_size) < 1e-6
        assert abs(snippet.sharpness(lambda u, A=A: A @ u, start) - values[-1]) < 1e-3


def test_few_steps_are_the_rayleigh_quotient_of_that_many_products(snippet):
    A, v = symmetric(7), torch.arange(1.0, 7.0, dtype=torch.float64)
    for steps in (1, 4):
        u = torch.linalg.matrix_power(A, steps - 1) @ v
        expected = u @ A @ u / (u @ u)
        assert abs(snippet.power_iteration(lambda x: A @ x, v, steps) - expected) < 1e-9


def test_default_steps_are_enough_for_a_gap_of_three_per_cent(snippet):
    diagonal = torch.tensor([1.0, 0.97, -0.2], dtype=torch.float64)
    assert abs(snippet.power_iteration(lambda u: diagonal * u, torch.ones(3, dtype=torch.float64)) - 1) < 1e-9


def test_the_network_is_at_a_saddle_and_the_printed_numbers_are_its_spectrum(snippet):
    w = torch.tensor(snippet.w.detach().numpy(), requires_grad=True)
    first, bias, second = w.detach().numpy().reshape(3, 4)
    x = np.linspace(-1, 1, 40)
    fit = np.tanh(x[:, None] * first + bias) @ second
    assert abs(snippet.loss(w).item() - np.mean((fit - np.sin(4 * x)) ** 2)) < 1e-12
    values = np.linalg.eigvalsh(torch.autograd.functional.hessian(snippet.loss, w).numpy())
    assert values[0] < 0 < values[-1]
    assert abs(snippet.found - values[-1]) < 1e-6
    assert f"{values[-1]:.3f} to {values[0]:.3f}" in snippet.printed
    assert "iteration -5.000" in snippet.printed and "shift   3.000" in snippet.printed
