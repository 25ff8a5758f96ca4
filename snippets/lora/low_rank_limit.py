"""Shows how much of an update the best adapter of rank r must miss."""

import matplotlib.pyplot as plt
import numpy as np


def best_factors(update, r):
    """Return B (d_out, r) and A (r, d_in) whose product is closest to the update."""
    U, s, Vt = np.linalg.svd(update)
    return U[:, :r] * s[:r], Vt[:r]


def relative_error(update, r):
    """Return |update - B A| / |update| for the best B A, in the Frobenius norm."""
    s = np.linalg.svd(update, compute_uv=False)
    return np.linalg.norm(s[r:]) / np.linalg.norm(s)  # the tail of the spectrum


def with_singular_values(s, rng):
    U, _ = np.linalg.qr(rng.normal(size=(len(s), len(s))))
    V, _ = np.linalg.qr(rng.normal(size=(len(s), len(s))))
    return U @ np.diag(s) @ V.T


rng = np.random.default_rng(0)
k = np.arange(1, 129)
updates = {
    "fast decay, 0.7ᵏ": with_singular_values(0.7**k, rng),
    "slow decay, 1/k": with_singular_values(1 / k, rng),
    "random matrix": rng.normal(size=(128, 128)),
    "identity": np.eye(128),
}
ranks = [1, 4, 8, 16, 32, 64]
print("rank of the adapter", *[f"{r:4d}" for r in ranks])
for name, update in updates.items():
    errors = [relative_error(update, r) for r in range(129)]
    print(f"{name:19}", *[f"{errors[r]:4.2f}" for r in ranks])
    plt.plot(errors, label=name)

B, A = best_factors(updates["slow decay, 1/k"], 8)
missed = np.linalg.norm(updates["slow decay, 1/k"] - B @ A)
print(f"slow decay, rank 8: |update - B A| = {missed:.3f}")

plt.xlabel("rank of the adapter (the update is 128 × 128)")
plt.ylabel("relative error")
plt.legend()
plt.show()
