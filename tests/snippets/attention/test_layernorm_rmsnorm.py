import numpy as np
import torch
from torch.nn.functional import layer_norm, rms_norm

rng = np.random.default_rng(8)
X, GAIN, BIAS = rng.normal(1, 2, size=(3, 5, 12)), rng.normal(size=12), rng.normal(size=12)


def test_both_are_those_of_pytorch(snippet):
    for x in (X, 1e-3 * X):  # small inputs show where epsilon stands
        t, gain, bias = map(torch.tensor, (x, GAIN, BIAS))
        for options, eps in (({}, 1e-5), ({"eps": 0.3}, 0.3)):
            expected = layer_norm(t, (12,), gain, bias, eps)
            np.testing.assert_allclose(snippet.layer_norm(x, GAIN, BIAS, **options), expected, atol=1e-10)
            np.testing.assert_allclose(snippet.rms_norm(x, GAIN, **options), rms_norm(t, (12,), gain, eps), atol=1e-10)


def test_invariances(snippet):
    one, none = np.ones(12), np.zeros(12)
    np.testing.assert_allclose(snippet.layer_norm(7 * X + 3, one, none), snippet.layer_norm(X, one, none), atol=1e-4)
    np.testing.assert_allclose(snippet.rms_norm(7 * X, one), snippet.rms_norm(X, one), atol=1e-4)
    assert not np.allclose(snippet.rms_norm(X + 3, one), snippet.rms_norm(X, one), atol=0.1)
    # a mean of 2 and a deviation of 3 make the two norms differ
    np.testing.assert_array_equal(snippet.x, np.random.default_rng(0).normal(2, 3, (4, 64)))
    np.testing.assert_allclose(np.linalg.norm(snippet.layer, axis=1), 8, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(snippet.rms, axis=1), 8, atol=1e-3)
    assert (snippet.zero == 0).all() and snippet.zero.shape == (64,)
    assert "10 x   gives the same: LayerNorm True, RMSNorm True" in snippet.printed
    assert "x + 10 gives the same: LayerNorm True, RMSNorm False" in snippet.printed
