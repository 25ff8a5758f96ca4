"""Shows that Shampoo and SOAP, fed one gradient, both take Muon's ideal step."""

import numpy as np


def power(symmetric, exponent):
    values, vectors = np.linalg.eigh(symmetric)
    return (vectors * values**exponent) @ vectors.T


def shampoo(gradient):  # (n, n), full rank
    left, right = gradient @ gradient.T, gradient.T @ gradient
    return power(left, -1 / 4) @ gradient @ power(right, -1 / 4)


def soap(gradient, eps=1e-8):  # Adam in the eigenbasis of Shampoo's two matrices
    left = np.linalg.eigh(gradient @ gradient.T)[1]
    right = np.linalg.eigh(gradient.T @ gradient)[1]
    rotated = left.T @ gradient @ right
    return left @ (rotated / (np.abs(rotated) + eps)) @ right.T


gradient = np.random.default_rng(0).normal(size=(5, 5)) * [1, 1, 1, 3, 10]
u, s, vt = np.linalg.svd(gradient)
print(f"singular values of the gradient: {s.max():.1f} to {s.min():.1f}")
for name, step in (
    ("Shampoo", shampoo(gradient)),
    ("SOAP", soap(gradient)),
    ("Adam's sign", np.sign(gradient)),
):
    away = np.linalg.norm(step - u @ vt)
    after = np.linalg.svd(step, compute_uv=False)
    sizes = f"{after.max():.2f} to {after.min():.2f}"
    print(f"{name:11}: singular values {sizes}, {away:.2f} from the polar factor")
