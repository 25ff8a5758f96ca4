import numpy as np
import pytest
import torch


def reference(rank, learning_rate, alpha, width, steps):
    """The same task, trained by PyTorch."""
    rng = np.random.default_rng(0)
    U, V = rng.normal(size=(2, width, 8)) / np.sqrt(width)
    target = torch.tensor(sum(0.5**k * np.outer(U[:, k], V[:, k]) for k in range(8)))
    if rank is None:
        factors = [torch.zeros(width, width, dtype=torch.float64)]
    else:
        A = torch.tensor((2 * rng.random((rank, width)) - 1) / np.sqrt(width))
        factors = [torch.zeros(width, rank, dtype=torch.float64), A]
    optimizer = torch.optim.Adam([factor.requires_grad_() for factor in factors], lr=learning_rate)
    for _ in range(steps):
        x = torch.tensor(rng.normal(size=(32, width)))
        update = factors[0] if rank is None else alpha / rank * factors[0] @ factors[1]
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(x @ update.T, x @ target.T).backward()
        optimizer.step()
    return ((update - target).square().sum() / target.square().sum()).item()


@pytest.mark.parametrize("rank", [None, 3])
def test_training_agrees_with_torch(snippet, rank):
    options = {"alpha": 6, "width": 20, "steps": 12}
    assert snippet.final_error(rank, 0.02, **options) == pytest.approx(reference(rank, 0.02, **options), rel=1e-6)


@pytest.mark.parametrize("rank", [None, 8])
def test_defaults_are_those_of_the_page(snippet, rank):
    assert snippet.final_error(rank, 0.003) == pytest.approx(reference(rank, 0.003, 32, 96, 80), rel=1e-5)


def test_adam_step_is_that_of_torch_for_tiny_gradients(snippet):
    value, g = np.array([1.0, -2.0]), np.array([1e-8, 3e-9])  # as small as the epsilon
    expected = torch.tensor(value).requires_grad_()
    optimizer = torch.optim.Adam([expected], lr=0.1)
    moments = [(np.zeros(2), np.zeros(2))]
    for t in (1, 2, 3):
        snippet.adam_step([value], [g], moments, 0.1, t)
        expected.grad = torch.tensor(g)
        optimizer.step()
    np.testing.assert_allclose(value, expected.detach().numpy(), rtol=1e-9)


def test_page_conclusions(snippet):
    full, small, large = (line.get_ydata() for line in snippet.figures[-1].axes[0].lines[-3:])
    rates = np.array([1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1])
    best = [int(np.argmin(errors)) for errors in (full, small, large)]
    assert best[1] > best[0] and best[2] > best[0]  # LoRA wants a higher rate
    assert small[best[0]] > 5 * small.min()  # the rate copied from full training leaves LoRA behind
    assert large[best[0]] > 2 * large.min()
    assert full[best[1]] > 10 * full.min()  # and full training does not bear LoRA's rate
    np.testing.assert_allclose(small, [snippet.final_error(8, rate) for rate in rates])
    np.testing.assert_allclose(large[3:5], [snippet.final_error(32, rate) for rate in rates[3:5]])
    np.testing.assert_allclose(full, [snippet.final_error(None, rate) for rate in rates])
    rows = snippet.printed.splitlines()[1:]
    assert [float(row.split()[-1]) for row in rows] == [rates[b] for b in best]
    for row, errors in zip(rows, (full, small, large), strict=True):
        assert row.count("> 1") == (errors > 1).sum()
