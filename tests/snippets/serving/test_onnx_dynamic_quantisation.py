import numpy as np
import pytest
from onnx import numpy_helper


def test_float_model_is_two_layers(snippet):
    rng = np.random.default_rng(2)
    a, b = rng.standard_normal((5, 7), np.float32), rng.standard_normal((7, 3), np.float32)
    x = rng.standard_normal((11, 5), np.float32)
    np.testing.assert_allclose(snippet.run(snippet.two_layers(a, b), x), np.maximum(x @ a, 0) @ b, rtol=1e-4, atol=1e-5)


def test_small_model_by_hand(snippet):
    tensors = {t.name: numpy_helper.to_array(t) for t in snippet.small.graph.initializer}
    codes = {name: t for name, t in tensors.items() if t.dtype == np.int8 and t.ndim == 2}
    assert sorted(c.shape for c in codes.values()) == [(128, 256), (256, 10)]
    assert all(np.abs(c.astype(int)).max() <= 64 for c in codes.values())  # reduce_range: 7 bits

    def layer(h, name):  # dynamic: the range of the inputs of this very batch
        low, high = min(h.min(), 0), max(h.max(), 0)
        scale = (high - low) / 255
        zero = np.round(-low / scale)
        restored = (np.clip(np.round(h / scale) + zero, 0, 255) - zero) * scale
        w = tensors[name + "_quantized"] * tensors[name + "_scale"]
        original = getattr(snippet, name)
        assert np.abs(w - original).max() <= tensors[name + "_scale"] / 2 * 1.01
        return restored @ w

    x = snippet.x[:300]
    expected = layer(np.maximum(layer(x, "first"), 0), "second")
    off = np.linalg.norm(snippet.run(snippet.small, x) - expected) / np.linalg.norm(expected)
    assert off < 0.01  # codes near a tie may differ


def test_an_outlier_in_the_batch_changes_the_other_rows(snippet):
    x = snippet.x[:20].copy()
    alone = snippet.run(snippet.small, x)
    x[0, 0] = 1000
    assert np.abs(snippet.run(snippet.small, x)[1:] - alone[1:]).max() > 0.2
    x[0, 0] = 0
    exact = snippet.run(snippet.model, x)
    np.testing.assert_allclose(exact[1:], snippet.run(snippet.model, snippet.x[:20])[1:], rtol=1e-4, atol=1e-5)


def test_size_and_agreement(snippet):
    assert snippet.model.ir_version == 10 and snippet.model.opset_import[0].version == 21
    # 32,768 and 2,560 normal weights: relative standard errors 0.004 and 0.014
    assert snippet.first.std() * 12 == pytest.approx(1, rel=0.02)
    assert snippet.second.std() * 16 == pytest.approx(1, rel=0.06)
    assert snippet.ratio == pytest.approx(4, rel=0.05)
    assert snippet.error < 0.05 and snippet.agree > 0.9
    used = [node.op_type for node in snippet.small.graph.node]
    assert used.count("MatMulInteger") == used.count("DynamicQuantizeLinear") == 2 and "MatMul" not in used
