import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.integers(1, 10))
def test_error_is_at_most_half_a_scale_where_nothing_clips(snippet, values, bits):
    x = np.array(values)
    assume(np.abs(x).max() > 1e-6)
    scale, zero_point = snippet.parameters(x.min(), x.max(), bits)
    codes = snippet.quantise(x, scale, zero_point, bits)
    assert codes.min() >= 0 and codes.max() <= 2**bits - 1
    np.testing.assert_array_equal(codes, np.round(codes))
    assert np.abs(x - snippet.restore(codes, scale, zero_point)).max() <= scale / 2 * (1 + 1e-9)
    assert snippet.largest_error(x, scale, zero_point, bits) <= 0.5 + 1e-9
    assert snippet.restore(snippet.quantise(0.0, scale, zero_point, bits), scale, zero_point) == 0


def test_parameters_span_the_range_with_zero_in_it(snippet):
    assert snippet.parameters(-1, 4) == (5 / 255, 51)
    assert snippet.parameters(5, 6) == (6 / 255, 0)
    assert snippet.parameters(-6, -5, bits=4) == (6 / 15, 15)
    assert snippet.parameters(0, 0) == (1, 0)


def test_agrees_with_pytorch_also_where_it_clips(snippet):
    codes = np.arange(-20, 300)
    x = (codes - 51 + 0.3) * 0.05  # away from ties
    expected = torch.fake_quantize_per_tensor_affine(torch.tensor(x), 0.05, 51, 0, 255)
    restored = snippet.restore(snippet.quantise(x, 0.05, 51), 0.05, 51)
    np.testing.assert_allclose(restored, expected, atol=1e-6)
    assert snippet.largest_error(x, 0.05, 51) == pytest.approx(np.abs(x - restored).max() / 0.05)
    assert snippet.largest_error(x, 0.05, 51) > 40


def test_the_two_ways_to_lose_the_bound(snippet):
    assert snippet.largest_error(snippet.x, *snippet.clipped) > 30
    # every code is cut to 255, whatever the value
    np.testing.assert_allclose(snippet.restore(snippet.codes, 1 / 255, 0), 1)
    np.testing.assert_array_equal(snippet.codes, snippet.quantise(np.linspace(5, 6, 101), 1 / 255, 0))
