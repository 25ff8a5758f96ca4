import numpy as np
import pytest
import torch


def problem(seed, d_in=5, d_out=4, r=2):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=s) for s in ((r, d_in), (d_out, r), (30, d_in), (30, d_out))]


def torch_train(optimizer_class, A, B, X, Y, steps, **options):
    A, B, X, Y = (torch.tensor(value) for value in (A, B, X, Y))
    optimizer = optimizer_class([A.requires_grad_(), B.requires_grad_()], **options)
    for _ in range(steps):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(X @ A.T @ B.T, Y).backward()
        optimizer.step()
    return A.detach().numpy(), B.detach().numpy(), A.grad.numpy(), B.grad.numpy()


def test_gradients_agree_with_autograd(snippet):
    A, B, X, Y = problem(1)
    *_, dA, dB = torch_train(torch.optim.SGD, A, B, X, Y, steps=1, lr=0)
    ours = snippet.gradients(A, B, X, Y)
    np.testing.assert_allclose(ours[0], dA)
    np.testing.assert_allclose(ours[1], dB)


@pytest.mark.parametrize("options", [{}, {"learning_rate": 0.3, "steps": 9}])
def test_training_is_gradient_descent(snippet, options):
    A, B, X, Y = problem(2)
    X = X / 20  # so slow that each of the steps still shows
    lr, steps = options.get("learning_rate", 2), options.get("steps", 400)
    A_end, B_end, _, _ = torch_train(torch.optim.SGD, A, B, X, Y, steps, lr=lr)
    expected = np.mean((X @ A_end.T @ B_end.T - Y) ** 2)
    assert snippet.train(A, B, X, Y, **options) == pytest.approx(expected, rel=1e-9)


def test_two_zero_factors_stay_zero_with_any_optimiser(snippet):
    A, B, X, Y = problem(3)
    for optimizer in (torch.optim.SGD, torch.optim.AdamW, torch.optim.RMSprop):
        A_end, B_end, _, _ = torch_train(optimizer, 0 * A, 0 * B, X, Y, steps=50, lr=0.1)
        assert not A_end.any() and not B_end.any()
    assert snippet.train(0 * A, 0 * B, X, Y) == np.mean(Y**2)


def test_page_says_that_one_zero_factor_reaches_the_target(snippet):
    numbers = [float(line.split()[-1]) for line in snippet.printed.splitlines() if "0." in line]
    assert numbers[0] == numbers[3] > 0.1 and numbers[1] == numbers[2] == 0
    assert np.linalg.matrix_rank(snippet.target) == snippet.r == len(snippet.A)
    assert abs(snippet.A.std() - 0.25) < 0.08 and abs(snippet.B.std() - 0.25) < 0.08  # 32 draws each
    np.testing.assert_allclose(snippet.Y, snippet.X @ snippet.target.T)
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(snippet.X, rng.normal(size=(200, 16)))
    scale = (rng.normal(size=(16, 2)) @ rng.normal(size=(2, 16))) / snippet.target
    np.testing.assert_allclose(scale, 16)
    np.testing.assert_allclose(rng.normal(size=(2, 16)) / snippet.A, 4)
    np.testing.assert_allclose(rng.normal(size=(16, 2)) / snippet.B, 4)
