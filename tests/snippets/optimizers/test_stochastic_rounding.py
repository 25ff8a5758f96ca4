import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(-(2.0**100), 2.0**100, width=32))
def test_nearest_is_that_of_torch(snippet, x):
    assert snippet.to_bf16(x)[0] == torch.tensor(x).bfloat16().item()


def test_nearest_on_all_ties(snippet):
    upper = np.arange(0x3F00, 0x4100, dtype=np.uint32) << 16
    ties = (upper + 0x8000).astype(np.uint32).view(np.float32)
    np.testing.assert_array_equal(snippet.to_bf16(ties), torch.tensor(ties).bfloat16().float().numpy())


def neighbours(x):
    down = (np.float32(x).view(np.uint32) & np.uint32(0xFFFF0000)).view(np.float32)
    up = (down.view(np.uint32) + np.uint32(0x10000)).view(np.float32)
    return float(down), float(up)


@pytest.mark.parametrize("x", [1.0001, 1.0077, -0.7, 3.3e-5, -123.4, 1e30])
def test_rounds_to_a_neighbour_with_the_right_odds(snippet, x):
    draws = 20_000
    x = np.float32(x)
    rounded = snippet.to_bf16(np.full(draws, x), np.random.default_rng(1)).astype(float)
    down, up = neighbours(x)
    assert set(rounded) <= {down, up}
    odds = (float(x) - down) / (up - down)
    sd = max(np.sqrt(odds * (1 - odds) / draws), 1e-4)
    assert abs(np.mean(rounded == up) - odds) < 4.5 * sd  # 4.5 standard errors


def test_what_fits_is_never_changed_and_what_hardly_exceeds_it_seldom(snippet):
    rng = np.random.default_rng(2)
    exact = np.repeat(np.float32([1.0, -0.5, 0.0, 255.0, 2.0**-120]), 70_000)
    np.testing.assert_array_equal(snippet.to_bf16(exact, rng), exact)  # else once in 65536

    just_below = np.full(400_000, np.nextafter(np.float32(1.0078125), np.float32(1)))
    stayed = np.sum(snippet.to_bf16(just_below, rng) == 1.0)  # expected 400000 / 65536, about 6
    assert 0 < stayed < 25


def test_updates_add_up_in_the_mean(snippet):
    # each rounding adds a variance of at most a quarter of a squared spacing, 2 ** -7 below 2
    sd = np.sqrt(1000 * 0.25) * 2.0**-7
    weights = snippet.weights
    assert abs(weights.mean() - 2) < 4.5 * sd / np.sqrt(len(weights))
    assert 0 < weights.std() < 1.1 * 2 * sd  # spacing doubles above 2
    assert len(weights) == 1000
    # a step of 0.001 in a spacing of 2 ** -7 is up with odds p, of variance p (1 - p)
    p = 0.001 / 2.0**-7
    assert weights.std() == pytest.approx(np.sqrt(1000 * p * (1 - p)) * 2.0**-7, rel=0.15)
    assert snippet.x[0] == np.float32(1.003) and len(snippet.x) == 100_000
