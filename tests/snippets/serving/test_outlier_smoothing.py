import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st


def make(seed, size=16):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((20, size)) * rng.lognormal(0, 3, size), rng.standard_normal((size, 5))


@given(st.integers(0, 10**6), st.floats(0, 1))
def test_both_rewrites_are_exact(snippet, seed, alpha):
    x, w = make(seed)
    for a, b in (snippet.smooth(x, w, alpha), snippet.rotate(x, w)):
        np.testing.assert_allclose(a @ b, x @ w, atol=1e-10 * np.abs(x).max())


def test_smoothing_sets_the_ranges(snippet):
    x, w = make(1)
    a, b = snippet.smooth(x, w)  # one half: both sides get the geometric mean
    middle = np.sqrt(np.abs(x).max(axis=0) * np.abs(w).max(axis=1))
    np.testing.assert_allclose(np.abs(a).max(axis=0), middle)
    np.testing.assert_allclose(np.abs(b).max(axis=1), middle)
    a, b = snippet.smooth(x, w, 1)  # everything moves to the weights
    np.testing.assert_allclose(np.abs(a).max(axis=0), 1)
    a, b = snippet.smooth(x, w, 0)
    np.testing.assert_allclose(np.abs(b).max(axis=1), 1)


def test_rotation_keeps_lengths_and_spreads_one_channel_over_all(snippet):
    x, w = make(2)
    a, b = snippet.rotate(x, w)
    np.testing.assert_allclose(np.linalg.norm(a, axis=1), np.linalg.norm(x, axis=1))
    np.testing.assert_allclose(np.linalg.norm(b, axis=0), np.linalg.norm(w, axis=0))
    spike = np.zeros((1, 16))
    spike[0, 3] = 8
    np.testing.assert_allclose(np.abs(snippet.rotate(spike, w)[0]), 2)  # 8 / sqrt(16)


def test_int8_agrees_with_pytorch(snippet):
    x, w = make(3)
    scale = np.abs(x).max() / 127
    expected = torch.fake_quantize_per_tensor_affine(torch.tensor(x), scale, 0, -127, 127)
    np.testing.assert_allclose(snippet.int8(x), expected, atol=1e-4 * scale)
    for column, restored in zip(w.T, snippet.int8(w, axis=0).T, strict=True):
        np.testing.assert_allclose(restored, snippet.int8(column))


def test_relative_error_and_the_conclusion(snippet):
    assert snippet.relative_error(np.array([3.0, 4.5]), np.array([3.0, 4.0])) == pytest.approx(0.1)
    errors = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    none, half, more, rotated = errors
    assert none > 0.5 and half < 0.02 and more < 0.02 and half < rotated < none / 3
    assert snippet.printed.count("True") == 4
