"""Shows a linear layer with a LoRA adapter, forward and backward, in NumPy."""

import numpy as np


def forward(x, W0, A, B, alpha):
    """Return h; x: (n, d_in), W0: (d_out, d_in), A: (r, d_in), B: (d_out, r)."""
    scale = alpha / len(A)
    return x @ W0.T + scale * (x @ A.T) @ B.T  # (n, d_out); B A is never formed


def backward(G, x, W0, A, B, alpha):
    """Return the gradients of A, B and x; G: dL/dh, (n, d_out). W0 gets none."""
    scale = alpha / len(A)
    dA = scale * (G @ B).T @ x  # (r, d_in)
    dB = scale * G.T @ (x @ A.T)  # (d_out, r)
    dx = G @ W0 + scale * (G @ B) @ A  # (n, d_in)
    return dA, dB, dx


rng = np.random.default_rng(0)
n, d_in, d_out, r, alpha = 5, 8, 6, 2, 4
x, W0 = rng.normal(size=(n, d_in)), rng.normal(size=(d_out, d_in))
bound = 1 / np.sqrt(d_in)
A, B = rng.uniform(-bound, bound, size=(r, d_in)), np.zeros((d_out, r))

h = forward(x, W0, A, B, alpha)
dA, dB, dx = backward(h, x, W0, A, B, alpha)  # G = h is the gradient of |h|²/2
print("x", x.shape, "-> h", h.shape)
print("A", A.shape, "gradient", dA.shape, "all zero:", not dA.any())
print("B", B.shape, "gradient", dB.shape, "all zero:", not dB.any())
print("B A", (B @ A).shape, "as W0", W0.shape)
print(f"trained: {A.size + B.size} numbers, frozen: {W0.size}")
