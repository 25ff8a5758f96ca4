import numpy as np
import pytest
import torch

DTYPES = {
    "fp32": torch.float32,
    "bf16": torch.bfloat16,
    "fp16": torch.float16,
    "E5M2": torch.float8_e5m2,
    "E4M3": torch.float8_e4m3fn,
}


@pytest.mark.parametrize("name", DTYPES)
def test_the_formats_are_those_of_torch(snippet, name):
    largest, normal, subnormal, eps = snippet.numbers(*snippet.FORMATS[name])
    info = torch.finfo(DTYPES[name])
    assert (largest, normal, eps) == (info.max, info.smallest_normal, info.eps)
    bits = torch.ones(1, dtype={8: torch.uint8, 16: torch.int16, 32: torch.int32}[info.bits])
    assert bits.view(DTYPES[name]).double().item() == subnormal  # the code 0…01
    assert 1 + sum(snippet.FORMATS[name][:2]) == info.bits


def by_enumeration(exponent_bits, mantissa_bits, reserved):
    """All non-negative values, decoded code by code."""
    bias, values = 2 ** (exponent_bits - 1) - 1, []
    for e in range(2**exponent_bits):
        for m in range(2**mantissa_bits):
            last_exponent = e == 2**exponent_bits - 1
            if last_exponent and reserved == "exponent":
                continue
            if last_exponent and reserved == "code" and m == 2**mantissa_bits - 1:
                continue
            fraction = m / 2**mantissa_bits
            values.append((1 + fraction) * 2.0 ** (e - bias) if e else fraction * 2.0 ** (1 - bias))
    return np.array(values)


@pytest.mark.parametrize("reserved", ["exponent", "code", "none"])
@pytest.mark.parametrize("layout", [(2, 1), (2, 3), (3, 2), (4, 3), (5, 2), (8, 7)])
def test_numbers_agree_with_decoding_every_code(snippet, layout, reserved):
    values = by_enumeration(*layout, reserved)
    largest, normal, subnormal, eps = snippet.numbers(*layout, reserved)
    assert values.max() == largest
    assert values[values > 0].min() == subnormal
    assert normal == values[2 ** layout[1]]  # the first code with exponent 1
    above = values[values > 1]
    if above.size:
        assert above.min() == 1 + eps


def test_tf32_and_e2m1(snippet):
    # TF32: the exponent of fp32 with the mantissa of fp16
    assert snippet.FORMATS["tf32"][0] == snippet.FORMATS["fp32"][0]
    assert snippet.FORMATS["tf32"][1:] == snippet.FORMATS["fp16"][1:]
    np.testing.assert_array_equal(by_enumeration(*snippet.FORMATS["E2M1"]), [0, 0.5, 1, 1.5, 2, 3, 4, 6])
    assert snippet.numbers(*snippet.FORMATS["E2M1"]) == (6, 1, 0.5, 0.5)


def test_spacing_is_that_of_numpy(snippet):
    x = np.concatenate([10.0 ** np.random.default_rng(2).uniform(-9, 4.8, 300), [6e-8, 1, 2, 65504]])
    for name, dtype in (("fp16", np.float16), ("fp32", np.float32)):
        down = x.astype(dtype)  # the number at or below x
        down = np.where(down > x, np.nextafter(down, dtype(0)), down)
        with np.errstate(over="ignore"):
            expected = np.nextafter(down, dtype(np.inf)).astype(float) - down
        ours = snippet.spacing(x, snippet.FORMATS[name])
        inside = np.isfinite(expected)
        np.testing.assert_array_equal(ours[inside], expected[inside])
    np.testing.assert_array_equal(snippet.spacing(np.array([65504.0, 65505.0]), snippet.FORMATS["fp16"]), [32, 0])


@pytest.mark.parametrize("name", ["E4M3", "E5M2", "E2M1"])
def test_spacing_of_the_small_formats_by_enumeration(snippet, name):
    values = by_enumeration(*snippet.FORMATS[name])
    middles = (values[1:] + values[:-1]) / 2
    np.testing.assert_array_equal(snippet.spacing(middles, snippet.FORMATS[name]), np.diff(values))


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    names = [line.get_label() for line in axes.lines]
    assert names == ["bf16", "fp16", "E4M3", "E5M2"]
    for line in axes.lines:
        x, y = line.get_xdata(), line.get_ydata()
        largest, normal, subnormal, eps = snippet.numbers(*snippet.FORMATS[line.get_label()])
        assert x.max() == pytest.approx(min(largest, 2.0**20), rel=0.02)
        assert x.min() == pytest.approx(max(subnormal, 2.0**-26), rel=0.02)
        assert np.all(y <= 1)
        np.testing.assert_array_less(y[x > normal], 1.0001 * eps)
        np.testing.assert_array_less(0.4999 * eps, y[x > normal])
        np.testing.assert_allclose(y[x < normal] * x[x < normal], subnormal)
    np.testing.assert_allclose(np.diff(np.log2(snippet.x)), 0.02)
    assert axes.get_xscale() == axes.get_yscale() == "log"
