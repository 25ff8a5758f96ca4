import numpy as np
import pytest


def test_bits_by_counting_bytes(snippet):
    for weights, block, group in ((2**14, 64, 256), (2**12, 32, 16)):
        scales = weights // block
        packed = weights // 2
        single = packed + np.zeros(scales, np.float32).nbytes
        double = packed + np.zeros(scales, np.int8).nbytes + np.zeros(scales // group, np.float32).nbytes
        assert snippet.bits_per_weight(block) == pytest.approx(8 * single / weights)
        assert snippet.bits_per_weight(block, group) == pytest.approx(8 * double / weights)
    assert snippet.single == 4.5
    assert snippet.double == 4 + 8 / 64 + 32 / (64 * 256)  # 4.127: the paper's 0.127 bit


def test_scales_survive_within_half_a_step(snippet):
    rng = np.random.default_rng(8)
    scale = rng.uniform(1, 4, size=60)
    quantised = snippet.quantise_scales(scale, 20)
    assert quantised.shape == scale.shape
    centred = (scale - scale.mean()).reshape(3, 20)
    step = np.abs(centred).max(axis=1, keepdims=True) / 127
    off = (quantised - scale).reshape(3, 20)
    assert (np.abs(off) <= step / 2 * (1 + 1e-9)).all()
    codes = (quantised - scale.mean()).reshape(3, 20) / step
    np.testing.assert_allclose(codes, np.round(codes), atol=1e-9)  # whole codes
    assert (np.abs(codes).max(axis=1) == pytest.approx(127)) and np.abs(off).max() > 0


def test_extremes_of_a_group_are_kept(snippet):
    scale = np.array([1.0, 2.0, 3.0, 6.0])  # mean 3, the largest distance 3 at 6
    assert snippet.quantise_scales(scale, 4)[3] == pytest.approx(6)
    one = snippet.quantise_scales(np.array([1.0, 3.0, 2.0, 6.0]), 2)
    np.testing.assert_allclose(one[[0, 3]], [1, 6])  # each group has its own step


def test_demonstration_is_about_normal_weights(snippet):
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(snippet.scale, np.abs(rng.standard_normal((2**14, 64))).max(axis=1))
    moved = snippet.quantise_scales(snippet.scale, 256) / snippet.scale
    np.testing.assert_allclose(snippet.relative, np.abs(moved - 1))
    assert snippet.relative.max() < 0.01
    assert "in 65e9 weights: 3.03 GB" in snippet.printed  # (0.5 - 0.127) bit of 65e9 weights
    assert round((32 / 64 - 8 / 64 - 32 / 64 / 256) / 8 * 65, 2) == 3.03
