"""Shows LayerNorm and RMSNorm, and which changes of the input each one ignores."""

import numpy as np


def rms_norm(x, gain, eps=1e-5):
    return gain * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)


def layer_norm(x, gain, bias, eps=1e-5):
    return rms_norm(x - x.mean(axis=-1, keepdims=True), gain, eps) + bias


rng = np.random.default_rng(0)
x = rng.normal(2, 3, size=(4, 64))  # (tokens, d): each token by itself
gain, bias = np.ones(64), np.zeros(64)
layer, rms = layer_norm(x, gain, bias), rms_norm(x, gain)

print(
    f"length of a token: {np.linalg.norm(layer[0]):.2f}, {np.linalg.norm(rms[0]):.2f}"
)
for name, changed in (("10 x", 10 * x), ("x + 10", x + 10)):
    same_layer = np.allclose(layer_norm(changed, gain, bias), layer, atol=1e-4)
    same_rms = np.allclose(rms_norm(changed, gain), rms, atol=1e-4)
    print(f"{name:6s} gives the same: LayerNorm {same_layer}, RMSNorm {same_rms}")
zero = rms_norm(np.zeros(64), gain)
print("a zero token stays zero:", not zero.any())
