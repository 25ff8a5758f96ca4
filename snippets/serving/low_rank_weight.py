"""Shows a weight split into two thin ones, blind to the inputs and aware of them."""

import numpy as np


def factorise(w, rank):  # the best in the weights
    u, s, vt = np.linalg.svd(w, full_matrices=False)
    return u[:, :rank] * s[:rank], vt[:rank]


def factorise_for_inputs(w, x, rank):  # the best in the outputs on x
    root = np.linalg.cholesky(x.T @ x)  # root rootᵀ = xᵀx
    left, right = factorise(w @ root, rank)
    return left, np.linalg.solve(root.T, right.T).T


def output_error(w, factors, x):
    left, right = factors
    return np.linalg.norm(x @ (left @ right - w).T) / np.linalg.norm(x @ w.T)


rng = np.random.default_rng(0)
w = rng.standard_normal((128, 256))  # (out, in)
directions = np.linalg.qr(rng.standard_normal((256, 256)))[0]
inputs = rng.standard_normal((4000, 256)) * np.geomspace(1, 0.01, 256) @ directions
seen, fresh = inputs[:2000], inputs[2000:]
print(f"smaller below rank {w.size / sum(w.shape):.1f}")
print("rank  share of size  weights only  for the inputs")
for rank in (16, 32, 64):
    share = rank * sum(w.shape) / w.size
    blind = output_error(w, factorise(w, rank), fresh)
    aware = output_error(w, factorise_for_inputs(w, seen, rank), fresh)
    print(f"{rank:4d}{share:15.2f}{blind:14.3f}{aware:16.3f}")
