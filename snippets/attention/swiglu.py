"""Shows SwiGLU, and why its hidden width is 8/3 d and not 4 d."""

import numpy as np
from scipy.special import expit as sigmoid


def silu(z):
    return z * sigmoid(z)


def swiglu(x, W_gate, W_up, W_down):  # (n, d), (d, h), (d, h), (h, d)
    return (silu(x @ W_gate) * (x @ W_up)) @ W_down


def hidden_width(d, multiple, stretch=1.0):  # rounded up for the hardware
    h = int(stretch * int(8 * d / 3))
    return -(-h // multiple) * multiple


d = 4096
print(f"plain MLP, 4 d:    {2 * d * 4 * d:,} weights")
print(f"SwiGLU, 4 d:       {3 * d * 4 * d:,}")
for multiple, stretch in ((1, 1.0), (256, 1.0), (1024, 1.3)):
    h = hidden_width(d, multiple, stretch)
    print(f"SwiGLU, {h:5d}:     {3 * d * h:,}")

rng = np.random.default_rng(0)
x, y = rng.normal(size=(2, 1, 8))
W_gate, W_up = rng.normal(size=(2, 8, 20))
W_down = rng.normal(size=(20, 8))
doubled = swiglu(x, W_gate, 2 * W_up, W_down)
twice = np.allclose(doubled, 2 * swiglu(x, W_gate, W_up, W_down))
print("linear in the up projection:", twice)
