import numpy as np
import torch


def test_gradient_is_taken_at_the_worst_point_nearby(snippet):
    A = np.array([[3.0, 1.0], [1.0, 2.0]])
    w, rho = np.array([0.7, -1.2]), 0.3
    g = A @ w
    expected = A @ (w + rho * g / np.sqrt(g @ g))
    np.testing.assert_allclose(snippet.sam_gradient(lambda u: A @ u, w, rho), expected)
    np.testing.assert_allclose(snippet.sam_gradient(lambda u: A @ u, w, 0), g)


def test_to_first_order_it_adds_the_slope_of_the_gradient_norm(snippet):
    # L(w + rho g/|g|) = L + rho |g| + O(rho²), whose gradient, the direction held fixed, is g + rho H g/|g|
    w = torch.tensor([1.7, 0.9], dtype=torch.float64, requires_grad=True)
    (g,) = torch.autograd.grad(0.5 * (w.prod() - 1) ** 2, w, create_graph=True)
    (slope,) = torch.autograd.grad(g.norm(), w)
    rho = 1e-5
    ours = snippet.sam_gradient(snippet.product_gradient, w.detach().numpy(), rho)
    np.testing.assert_allclose((ours - g.detach().numpy()) / rho, slope, rtol=1e-3)


def test_zero_gradient_gives_no_step_and_no_nan(snippet):
    np.testing.assert_array_equal(snippet.sam_gradient(lambda u: 0 * u, np.ones(3), 0.1), np.zeros(3))


def test_product_gradient_agrees_with_autograd(snippet):
    for point in ([1.3, 0.4], [-2.0, 0.5]):
        w = torch.tensor(point, dtype=torch.float64, requires_grad=True)
        (0.5 * (w.prod() - 1) ** 2).backward()
        np.testing.assert_allclose(snippet.product_gradient(np.array(point)), w.grad)


def test_descend_repeats_the_step(snippet):
    w = np.array([2.0, 0.8])
    for _ in range(5):
        w = w - 0.1 * snippet.sam_gradient(snippet.product_gradient, w, 0.2)
    np.testing.assert_array_equal(snippet.descend(snippet.product_gradient, np.array([2.0, 0.8]), 0.1, 0.2, steps=5), w)


def test_larger_rho_ends_flatter_at_nearly_the_same_function(snippet):
    rows = [[float(cell) for cell in line.split()] for line in snippet.printed.splitlines()[1:]]
    flatness = [row[4] for row in rows]
    assert flatness == sorted(flatness, reverse=True) and flatness[-1] >= 2  # 2 is the least where a b = 1
    assert all(abs(row[3] - 1) < 0.03 for row in rows)
