import numpy as np
import pytest
import torch


def test_steps_are_those_of_adam(snippet):
    for width, rank, rate in ((30, 4, 0.01), (7, 2, 0.5)):
        ours = snippet.relative_steps(width, rank, rate, np.random.default_rng(3))
        rng = np.random.default_rng(3)
        x = torch.tensor(rng.normal(size=width))
        start = torch.tensor((2 * rng.random((rank, width)) - 1) / np.sqrt(width))
        down, g = torch.tensor(rng.normal(size=rank)), torch.tensor(rng.normal(size=8))
        A = start.clone().requires_grad_()
        B = torch.zeros(8, rank, dtype=torch.float64, requires_grad=True)
        hidden = start @ x
        for factor, loss in ((A, -down @ (A @ x)), (B, -g @ (B @ hidden))):
            loss.backward()
            torch.optim.Adam([factor], lr=rate).step()
        move = ((A - start) @ x).norm() / hidden.norm()
        assert ours[0] == pytest.approx(move.item(), rel=1e-5)
        assert ours[1] == pytest.approx((B @ hidden).square().mean().sqrt().item(), rel=1e-5)


def test_page_says_that_a_grows_with_the_width_and_b_does_not(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert list(rows[:, 0]) == [256, 1024, 4096, 16384]
    # E|x| = √(2/π) an entry, and an entry of A x has variance 1/3
    expected_A = 1e-4 * rows[:, 0] * np.sqrt(2 / np.pi) * np.sqrt(3)
    np.testing.assert_allclose(rows[:, 1], expected_A, rtol=0.1, atol=0.01)  # 50 draws of 16 entries
    expected_B = 1e-4 * 16 * np.sqrt(2 / np.pi) / np.sqrt(3)
    np.testing.assert_allclose(rows[:, 2], expected_B, rtol=0.1)
