import ml_dtypes
import numpy as np
import pytest
import torch

X = np.random.default_rng(3).standard_t(3, 640) * 0.7


def all_values(dtype):
    codes = np.arange(256, dtype=np.uint8).view(dtype).astype(np.float64)
    return np.unique(codes[np.isfinite(codes) & ~np.signbit(codes)])


def test_values_are_those_of_the_formats(snippet):
    np.testing.assert_array_equal(snippet.E4M3, all_values(ml_dtypes.float8_e4m3fn))
    np.testing.assert_array_equal(snippet.E5M2, all_values(ml_dtypes.float8_e5m2))
    e2m1 = np.arange(8, dtype=np.uint8).view(ml_dtypes.float4_e2m1fn).astype(float)
    np.testing.assert_array_equal(snippet.E2M1, e2m1)
    assert snippet.positive_values(2, 1, 99).max() == 6  # the format itself ends there
    np.testing.assert_array_equal(snippet.INT8, range(128))
    np.testing.assert_array_equal(snippet.INT4, range(8))
    e3m2 = np.arange(32, dtype=np.uint8).view(ml_dtypes.float6_e3m2fn).astype(float)
    np.testing.assert_array_equal(snippet.positive_values(3, 2, 28), e3m2)


def test_nearest_agrees_with_the_casts(snippet):
    x = X * 20
    for values, dtype in ((snippet.E4M3, torch.float8_e4m3fn), (snippet.E5M2, torch.float8_e5m2)):
        expected = torch.tensor(x).float().to(dtype).double().numpy()
        np.testing.assert_array_equal(snippet.nearest(x, values), expected)
    small = np.clip(X, -6, 6)
    expected = small.astype(ml_dtypes.float4_e2m1fn).astype(float)
    np.testing.assert_array_equal(snippet.nearest(small, snippet.E2M1), expected)


def test_per_tensor_uses_the_whole_range(snippet):
    restored = snippet.per_tensor(X, snippet.INT8)
    scale = np.abs(X).max() / 127
    np.testing.assert_allclose(restored, np.round(X / scale) * scale)
    top = np.abs(X).argmax()
    for values in (snippet.E4M3, snippet.INT4):
        assert snippet.per_tensor(X, values)[top] == pytest.approx(X[top])


def to_e2m1(x):
    return np.asarray(x).astype(ml_dtypes.float4_e2m1fn).astype(float)


def test_block_formats_one_block_at_a_time(snippet):
    expected = []
    for block in np.split(X, 20):
        scale = 2.0 ** (np.floor(np.log2(max(abs(block)))) - 2)
        expected.extend(to_e2m1(block / scale) * scale)  # the cast saturates at 6
    np.testing.assert_allclose(snippet.mxfp4(X), np.array(expected))
    whole = max(abs(X)) / (6 * 448)
    expected = []
    for block in np.split(X, 40):
        scale = float(torch.tensor(max(abs(block)) / 6 / whole).to(torch.float8_e4m3fn)) * whole
        expected.extend(snippet.nearest(block / scale, to_e2m1([0, 0.5, 1, 1.5, 2, 3, 4, 6])) * scale)
    np.testing.assert_allclose(snippet.nvfp4(X), np.array(expected))


def test_floating_point_does_not_notice_the_tails_and_int8_does(snippet):
    rows = {line.split()[0]: [float(v) for v in line.split()[1:]] for line in snippet.printed.splitlines()[2:]}
    assert rows["E4M3"][1] == rows["E4M3"][2] and rows["INT8"][2] > 4 * rows["INT8"][1]
    assert rows["INT8"][1] < rows["E4M3"][1] < rows["INT8"][2]
    assert rows["NVFP4"][0] == 4.5 and rows["MXFP4"][0] == 4.25
    assert rows["NVFP4"][1] < rows["MXFP4"][1] and rows["NVFP4"][2] < rows["MXFP4"][2] < rows["INT4"][2]
