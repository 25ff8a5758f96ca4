import numpy as np
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper


def matmul_integer(a, b, zero_point):
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b", "z"], ["y"])],
        "g",
        [
            value("a", TensorProto.UINT8, a.shape),
            value("b", TensorProto.INT8, b.shape),
            value("z", TensorProto.UINT8, []),
        ],
        [value("y", TensorProto.INT32, [len(a), b.shape[1]])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    return session.run(None, {"a": a, "b": b, "z": np.array(zero_point, np.uint8)})[0]


def case(seed, low=-np.inf):
    rng = np.random.default_rng(seed)
    return np.maximum(rng.standard_normal((8, 30)), low) * 3, rng.standard_normal((30, 5)), rng.standard_normal(5)


@pytest.mark.parametrize("low", [-np.inf, -0.2, 0.5])
def test_agrees_with_onnx_matmul_integer_and_with_torch(snippet, low):
    x, w, bias = case(3, low)
    a, x_scale, zero_point = snippet.quantise_input(x)
    b, w_scale = snippet.quantise_weight(w)
    assert a.dtype == np.uint8 and b.dtype == np.int8
    sums = (torch.tensor(a).int() - int(zero_point)) @ torch.tensor(b).int()
    # small weights: no 16-bit saturation on any processor
    half = (b // 2).astype(np.int8)
    expected = (torch.tensor(a).int() - int(zero_point)) @ torch.tensor(half).int()
    np.testing.assert_array_equal(matmul_integer(a, half, zero_point), expected)
    np.testing.assert_allclose(snippet.int8_linear(x, w, bias), x_scale * w_scale * sums.numpy() + bias)


def test_codes_restore_within_half_a_scale(snippet):
    for low in (-np.inf, -0.2, 0.5):
        x, w, _ = case(4, low)
        codes, scale, zero_point = snippet.quantise_input(x)
        assert np.abs(scale * (codes.astype(float) - zero_point) - x).max() <= scale / 2 + 1e-12
        assert scale == pytest.approx((max(x.max(), 0) - min(x.min(), 0)) / 255)
    np.testing.assert_array_equal(snippet.quantise_input(-x)[1], scale)
    assert snippet.quantise_input(-x)[2] == 255
    codes, scale = snippet.quantise_weight(w)
    assert (np.abs(codes).max(axis=0) == 127).all()
    assert (np.abs(codes * scale - w) <= scale / 2 + 1e-12).all()


def test_a_tie_at_the_top_does_not_wrap(snippet):
    codes, scale, zero_point = snippet.quantise_input(np.array([-1.5, 253.5]))
    assert scale == 1 and zero_point == 2  # 253.5 rounds to 254, and 256 is no code
    np.testing.assert_array_equal(codes, [0, 255])


def test_long_rows_do_not_overflow(snippet):
    x, w = np.ones((1, 60_000)), np.ones((60_000, 1))
    np.testing.assert_allclose(snippet.int8_linear(x, w, 0.0), 60_000)


def test_the_limits_that_are_printed(snippet):
    assert snippet.error < 0.01
    wrapped = sum([100 * 100] * 4)
    while wrapped > 127:
        wrapped -= 256
    assert f"gives {wrapped}," in snippet.printed
    assert (torch.tensor(snippet.a) @ torch.tensor(snippet.a).T).item() == wrapped  # torch wraps too
    limit = (2**31 - 1) // (255 * 127)
    assert limit * 255 * 127 < 2**31 <= (limit + 1) * 255 * 127 and str(limit) in snippet.printed
    assert 2 * 255 * 63 <= 2**15 - 1 < 2 * 255 * 127
