"""Shows which way of computing the log of a softmax survives large logits."""

import numpy as np


def naive(z):
    return np.log(np.exp(z) / np.exp(z).sum())


def shifted_softmax_then_log(z):
    e = np.exp(z - z.max())
    return np.log(e / e.sum())


def log_softmax(z):  # z: (K,); never leaves the log domain
    shifted = z - z.max()
    return shifted - np.log(np.exp(shifted).sum())


large = np.array([1000.0, 0.0, -1000.0])
with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
    for form in (naive, shifted_softmax_then_log, log_softmax):
        print(f"{form.__name__:25} {form(large)}")
for dtype in (np.float16, np.float32, np.float64):
    print(
        f"exp overflows in {dtype.__name__} above {np.log(float(np.finfo(dtype).max)):.1f}"
    )
