import numpy as np
import pytest
import torch


@pytest.mark.parametrize("y", [0.0, 1.0])
def test_float64_gradients_are_the_closed_forms(snippet, y):
    for z in (-7.0, 0.3, 12.0):
        p = 1 / (1 + np.exp(-z))
        ce = snippet.gradient(snippet.cross_entropy, z, y, torch.float64)
        se = snippet.gradient(snippet.squared_error, z, y, torch.float64)
        assert ce == pytest.approx(p - y, rel=1e-9)
        assert se == pytest.approx(2 * (p - y) * p * (1 - p), rel=1e-9)


def test_a_confident_false_positive_has_no_gradient_left(snippet):
    for z in (18.0, 30.0, 80.0):
        assert snippet.gradient(snippet.squared_error, z, 0.0) == 0
        assert snippet.gradient(snippet.cross_entropy, z, 0.0) == 1


def test_a_confident_false_negative_keeps_a_tiny_one(snippet):
    # near 0 floats are dense, near 1 they are not
    for z in (-18.0, -30.0, -80.0):
        assert snippet.gradient(snippet.squared_error, z, 1.0) == pytest.approx(-2 * np.exp(z), rel=1e-5)


def test_a_lower_precision_dies_earlier(snippet):
    def dead(z, dtype):
        return snippet.gradient(snippet.squared_error, z, 0.0, dtype) == 0

    assert dead(9.0, torch.bfloat16) and not dead(9.0, torch.float32)
    assert dead(20.0, torch.float32) and not dead(20.0, torch.float64)
    assert dead(40.0, torch.float64)
