"""Shows which initialisations leave the model as it was before the first step."""

import numpy as np


def output(x, W, A, B):
    return x @ W.T + (x @ A.T) @ B.T


def principal_init(W0, r):
    """Return (residual, A, B): the factors take over W0's r largest components."""
    U, s, Vt = np.linalg.svd(W0)  # singular values in falling order
    A = np.sqrt(s[:r, None]) * Vt[:r]  # (r, d_in)
    B = U[:, :r] * np.sqrt(s[:r])  # (d_out, r)
    return W0 - B @ A, A, B


rng = np.random.default_rng(0)
d_in, d_out, r = 64, 48, 4
x = rng.normal(size=(100, d_in))
W0 = rng.normal(size=(d_out, d_in))
A = rng.uniform(-1, 1, size=(r, d_in)) / np.sqrt(d_in)
B = rng.normal(size=(d_out, r)) / 100

print("initialisation        largest change of an output")
for name, start in (
    ("A random, B zero", (W0, A, np.zeros_like(B))),
    ("A zero, B random", (W0, np.zeros_like(A), B)),
    ("both small random", (W0, A, B)),
    ("PiSSA: W0 is split", principal_init(W0, r)),
):
    change = np.abs(output(x, *start) - x @ W0.T).max()
    if change == 0:
        print(f"{name:21} 0, exactly")
    else:
        print(f"{name:21}", "rounding" if np.isclose(change, 0) else f"{change:.2f}")
