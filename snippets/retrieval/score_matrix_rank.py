"""Shows that an MLP on a concatenation is not a dot product of few dimensions."""

import numpy as np


def dot(U, V):  # (users, items)
    return U @ V.T


def concatenate_linear(U, V, rng):
    w = rng.normal(size=U.shape[1] + V.shape[1])
    return (U @ w[: U.shape[1]])[:, None] + V @ w[U.shape[1] :]


def concatenate_mlp(U, V, rng, hidden=64):
    first = rng.normal(size=(U.shape[1] + V.shape[1], hidden))
    by_user, by_item = U @ first[: U.shape[1]], V @ first[U.shape[1] :]
    active = (by_user[:, None] + by_item).clip(0)  # (users, items, hidden)
    return active @ rng.normal(size=hidden)


def orders(scores):  # how many different rankings the users get
    return len(np.unique(np.argsort(-scores, axis=1), axis=0))


def missed(scores, size):  # by the best dot product of that size (Eckart-Young)
    energy = np.linalg.svd(scores, compute_uv=False) ** 2
    return np.sqrt(energy[size:].sum() / energy.sum())


rng = np.random.default_rng(0)
U, V = rng.normal(size=(100, 8)), rng.normal(size=(120, 8))
scorers = {
    "dot product": dot(U, V),
    "concatenation, linear": concatenate_linear(U, V, rng),
    "concatenation, MLP": concatenate_mlp(U, V, rng),
}
print("100 users, 120 items, embeddings of size 8")
for name, scores in scorers.items():
    rank = np.linalg.matrix_rank(scores)
    print(f"{name:22} rank {rank:3}, {orders(scores):3} rankings,", end=" ")
    print(f"missed by size 8: {missed(scores, 8):.2f}")
