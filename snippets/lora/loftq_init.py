"""Shows what a low-rank start can repair of the error of a 4-bit base."""

import numpy as np

NF4 = np.array([
    -1.0, -0.69619, -0.52507, -0.39492, -0.28444, -0.18477, -0.09105, 0.0,
    0.07958, 0.16093, 0.24611, 0.33792, 0.44071, 0.56262, 0.72296, 1.0,
])  # fmt: skip


def nf4(W, block=64):  # quantised and dequantised again
    w = W.reshape(W.size // block, block)
    scale = np.abs(w).max(axis=1, keepdims=True)
    codes = np.searchsorted((NF4[1:] + NF4[:-1]) / 2, w / scale)
    return (NF4[codes] * scale).reshape(W.shape)


def low_rank(M, rank):
    U, S, Vt = np.linalg.svd(M, full_matrices=False)
    return U[:, :rank] * S[:rank], Vt[:rank]


def loftq(W, rank, rounds):
    update = np.zeros_like(W)
    for _ in range(rounds):
        base = nf4(W - update)  # quantise what the adapter does not hold
        B, A = low_rank(W - base, rank)  # let the adapter hold what quantising lost
        update = B @ A
    return base, B, A


def left(W, rank, rounds):  # error against plain NF4 with the usual zero B
    base, B, A = loftq(W, rank, rounds)
    return np.linalg.norm(W - base - B @ A) / np.linalg.norm(W - nf4(W))


rng = np.random.default_rng(0)
W = rng.standard_normal((256, 256))
print("rank   error left, 1 round   5 rounds")
for rank in (4, 16, 64):
    print(f"{rank:4d}{left(W, rank, 1):18.0%}{left(W, rank, 5):13.0%}")
