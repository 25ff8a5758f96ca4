"""Shows what one scale per tensor, per output channel and per group cost and gain."""

import numpy as np


def quantise_groups(w, group, bits):  # symmetric; groups run along the rows
    high = 2 ** (bits - 1) - 1
    w_groups = w.reshape(-1, group)
    scale = np.abs(w_groups).max(axis=1, keepdims=True) / high
    return (np.round(w_groups / scale) * scale).reshape(w.shape)


def output_errors(x, w, restored):  # relative error of every output channel
    off = np.linalg.norm(x @ (w - restored).T, axis=0)
    return off / np.linalg.norm(x @ w.T, axis=0)


rng = np.random.default_rng(0)
channel_size = np.geomspace(0.02, 1, 64)[:, None]
w = channel_size * rng.standard_normal((64, 256))  # (out, in)
x = rng.standard_normal((500, 256))  # (tokens, in)

print("bits  one scale per        bits a weight  median error  worst channel")
for bits in (8, 4):
    for name, group in (
        ("tensor", w.size),
        ("channel", 256),
        ("group of 32", 32),
    ):
        errors = output_errors(x, w, quantise_groups(w, group, bits))
        stored = bits + 16 / group  # a scale takes 16 bits
        median, worst = np.median(errors), errors.max()
        print(f"{bits:4d}  {name:20s}{stored:14.3f}{median:14.3f}{worst:15.3f}")
