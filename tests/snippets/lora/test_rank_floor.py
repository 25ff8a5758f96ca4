import numpy as np
import pytest
import torch


def test_floor_is_the_tail_of_the_spectrum(snippet):
    target = np.diag([4.0, 3.0, 2.0, 1.0])
    assert [snippet.floor(target, r) for r in range(5)] == pytest.approx([15, 7, 2.5, 0.5, 0])


def test_training_is_gradient_descent_on_the_stated_loss(snippet):
    rng = np.random.default_rng(3)
    target = rng.normal(size=(4, 6)) / 4
    history = snippet.losses(target, 2, 6, 0.1, np.random.default_rng(5))
    A = torch.tensor(np.random.default_rng(5).standard_normal((2, 6)) / np.sqrt(6), requires_grad=True)
    B = torch.zeros(4, 2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([A, B], lr=0.1)
    for step in range(6):
        loss = (torch.tensor(target) - B @ A).square().sum() / 2
        assert history[step] == pytest.approx(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert len(history) == 6


def test_excess_loss_is_that_of_white_inputs(snippet):
    # E |(T - B A) x|² / 2 with x ~ N(0, I) is |T - B A|² / 2; 2·10⁵ draws, relative standard error below 1 %
    rng = np.random.default_rng(4)
    gap = rng.normal(size=(3, 5))
    x = rng.normal(size=(200_000, 5))
    assert np.mean(np.sum((x @ gap.T) ** 2, 1)) / 2 == pytest.approx(np.sum(gap**2) / 2, rel=0.02)


def test_no_length_of_run_goes_below_the_floor(snippet):
    for rank in (1, 3):
        history = snippet.losses(snippet.target, rank, 2000, 0.2, np.random.default_rng(9))
        floor = snippet.floor(snippet.target, rank)
        assert history.min() >= floor * (1 - 1e-9)
        assert history[-1] == pytest.approx(floor, rel=1e-3)


def test_enough_rank_by_hand(snippet):
    # the tail of 0.8^i keeps about 0.8^(2 r) of the sum: r = log 0.01 / (2 log 0.8) = 10.3
    assert snippet.enough == 11 == np.ceil(np.log(0.01) / (2 * np.log(0.8)))
    assert len(snippet.shares) == 25 and snippet.shares[0] == 1 and snippet.shares[-1] == pytest.approx(0)
    np.testing.assert_allclose(snippet.shares, [(0.64**r - 0.64**24) / (1 - 0.64**24) for r in range(25)], atol=1e-12)


def test_target_and_picture(snippet):
    np.testing.assert_allclose(np.linalg.svd(snippet.target, compute_uv=False), 0.8 ** np.arange(24))
    lines = snippet.figures[0].axes[0].lines
    for rank, curve, floor in zip((1, 2, 4, 8), lines[::2], lines[1::2], strict=True):
        level = np.sum(0.8 ** (2 * np.arange(rank, 24))) / 2
        np.testing.assert_allclose(floor.get_ydata(), level)
        np.testing.assert_array_equal(curve.get_xdata(), np.arange(1, 1002))
        assert curve.get_ydata()[0] == pytest.approx(np.sum(0.8 ** (2 * np.arange(24))) / 2)
        assert curve.get_ydata()[-1] == pytest.approx(level, rel=0.01)
        assert curve.get_color() == floor.get_color() and floor.get_linestyle() == ":"
    assert len({line.get_color() for line in lines}) == 4
