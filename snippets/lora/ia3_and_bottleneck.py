"""Shows why IA3 merges into the weights and a bottleneck adapter does not."""

import numpy as np


def ia3(x, W, scale):
    return scale * (x @ W.T)  # a trained factor for every output


def bottleneck(h, down, up):
    return h + (h @ down.T).clip(min=0) @ up.T  # sequential, with a non-linearity


def even_part(f, x):
    return np.abs(f(x) + f(-x)).max()  # 0 for every linear map


rng = np.random.default_rng(0)
W, scale = rng.standard_normal((6, 5)), rng.standard_normal(6)
down, up = rng.standard_normal((2, 6)), rng.standard_normal((6, 2))
x = rng.standard_normal((4, 5))
h = x @ W.T

merged = scale[:, None] * W
print(f"IA3 equals one merged matrix: {np.allclose(ia3(x, W, scale), x @ merged.T)}")
of_ia3 = even_part(lambda x: ia3(x, W, scale), x)
of_bottleneck = even_part(lambda h: bottleneck(h, down, up), h)
print(f"|f(x) + f(-x)| of IA3 {of_ia3:.1f}, of the bottleneck {of_bottleneck:.1f}")
silent = bottleneck(h, down, np.zeros_like(up))
print(f"with a zero up-projection it is the base: {np.allclose(silent, h)}")
