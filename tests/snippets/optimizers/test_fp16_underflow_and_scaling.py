import numpy as np
import pytest
import torch


def test_rounding_is_that_of_torch(snippet):
    rng = np.random.default_rng(5)
    gradients = np.float32(10.0 ** rng.uniform(-10, 4, size=500))
    for scale in (1.0, 1024.0, 65536.0):
        stored = (torch.tensor(gradients) * scale).half()
        np.testing.assert_array_equal(snippet.through_fp16(gradients, scale), (stored.float() / scale).numpy())


def test_scaling_moves_the_window_without_changing_its_width(snippet):
    # a value becomes zero at or below half the smallest subnormal, 2 ** -25, and infinite from 65520 on
    for scale in (1.0, 2.0**10, 2.0**20):
        dead, alive = 2.0**-25 / scale, np.nextafter(np.float32(2.0**-25 / scale), np.float32(1))
        assert snippet.through_fp16(np.array([dead]), scale)[0] == 0
        assert snippet.through_fp16(np.array([alive]), scale)[0] > 0
        edge = np.array([65519.0, 65520.0]) / scale
        np.testing.assert_array_equal(np.isinf(snippet.through_fp16(edge, scale)), [False, True])


def shares(power):
    """Of gradients that are even on the logarithmic axis from 1e-11 to 1e-2."""
    position = lambda x: np.clip((np.log10(x / 2.0**power) + 11) / 9, 0, 1)  # noqa: E731
    return position(2.0**-25), 1 - position(65520)


@pytest.mark.parametrize("power", [-6, 0, 8, 16, 24, 28])
def test_shares_follow_from_the_ends_of_the_format(snippet, power):
    zero, coarse, infinite = snippet.losses(snippet.gradients, 2.0**power)
    expected_zero, expected_infinite = shares(power)
    assert zero == pytest.approx(expected_zero, abs=2e-4)
    assert infinite == pytest.approx(expected_infinite, abs=2e-4)
    assert zero <= coarse <= 1 - infinite + 1e-12


def test_the_error_limit_is_one_in_a_hundred(snippet):
    # between 2 ** -24 and twice that there is no number: 1.02 rounds to 1, off by 0.02; 1.008 by 0.008
    for factor, off in ((1.02, 1), (1.008, 0), (0.98, 1), (0.992, 0)):
        zero, coarse, infinite = snippet.losses(np.array([factor * 2.0**-24]), 1.0)
        assert (zero, coarse, infinite) == (0, off, 0)
    assert snippet.losses(np.array([1e6]), 1.0) == (0, 0, 1)


def test_squares_underflow_where_gradients_do_not(snippet):
    assert snippet.gradient == np.float16(1e-4) != 0
    assert torch.tensor(1e-4, dtype=torch.float16).square() == 0
    assert len(snippet.gradients) == 9001
    assert np.log10(snippet.gradients[[0, 1000, -1]]) == pytest.approx([-11, -10, -2])
