import numpy as np
import torch

GRADIENTS = np.array([2.0, -0.5, 3.0, 1e-3, -40.0, 0.7, 0.7, -1.0])


def steps_of(optimizer_class, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], eps=1e-30, **options)
    taken = []
    for g in GRADIENTS:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(before - w.item())
    return taken


def test_both_take_pytorchs_steps(snippet):
    np.testing.assert_allclose(snippet.adagrad_steps(GRADIENTS, 0.03), steps_of(torch.optim.Adagrad, lr=0.03))
    np.testing.assert_allclose(snippet.rmsprop_steps(GRADIENTS, 0.03), steps_of(torch.optim.RMSprop, lr=0.03))
    own = steps_of(torch.optim.RMSprop, lr=0.03, alpha=0.7)
    np.testing.assert_allclose(snippet.rmsprop_steps(GRADIENTS, 0.03, 0.7), own)


def test_under_a_constant_gradient_of_any_size(snippet):
    t = np.arange(1, 2001)
    for size in (1e-4, 50.0):
        g = np.full(2000, size)
        np.testing.assert_allclose(snippet.adagrad_steps(g, 2), 2 / np.sqrt(t))
        np.testing.assert_allclose(snippet.rmsprop_steps(g, 2), 2 / np.sqrt(1 - 0.99**t))


def test_what_the_page_says(snippet):
    np.testing.assert_allclose(snippet.rmsprop[0], 10 * snippet.adagrad[0])  # 1 / sqrt(1 - alpha)
    assert len(snippet.rmsprop) == len(snippet.adagrad) == 1000
    assert snippet.rmsprop[-1] / snippet.adagrad[-1] > 30
