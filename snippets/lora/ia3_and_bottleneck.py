"""Shows why IA3 merges into the weights and a bottleneck adapter does not."""

import numpy as np


def ia3(x, W, scale):
    return scale * (x @ W.T)  # a trained factor for every output


def bottleneck(h, down, up):
    return h + np.maximum(h @ down.T, 0) @ up.T  # sequential, with a non-linearity


def is_linear(f, x, y):
    additive = np.abs(f(x + y) - f(x) - f(y)).max()
    return max(additive, np.abs(f(-x) + f(x)).max()) < 1e-9


rng = np.random.default_rng(0)
W, scale = rng.standard_normal((6, 5)), rng.standard_normal(6)
down, up = rng.standard_normal((2, 6)), rng.standard_normal((6, 2))
x, y = rng.standard_normal((2, 4, 5))

merged = scale[:, None] * W
print(f"IA3 equals one merged matrix: {np.allclose(ia3(x, W, scale), x @ merged.T)}")
linear = is_linear(lambda x: bottleneck(x @ W.T, down, up), x, y)
print(f"bottleneck after W is linear: {linear}")
silent = bottleneck(x @ W.T, down, np.zeros_like(up))
print(f"with a zero up-projection it is the base: {np.allclose(silent, x @ W.T)}")
