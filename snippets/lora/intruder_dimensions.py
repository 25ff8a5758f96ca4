"""Shows low-rank updates that put foreign directions on top of a spectrum."""

import numpy as np


def intruders(W, changed, top=10, similarity=0.5):
    """How many leading left singular vectors of `changed` resemble none of W's."""
    U, _, _ = np.linalg.svd(W)
    V, _, _ = np.linalg.svd(changed)
    resemblance = np.abs(U.T @ V[:, :top])  # (vectors of W, leading vectors of changed)
    return int(np.sum(resemblance.max(axis=0) < similarity))


def scaled(M, norm):
    return M * norm / np.linalg.norm(M)


rng = np.random.default_rng(0)
d, draws, sizes = 128, 10, (0.05, 0.2, 0.8)
left, right = (np.linalg.qr(rng.standard_normal((d, d)))[0] for _ in range(2))
W = left * 0.9 ** np.arange(d) @ right.T  # singular values fall from 1

print("mean number of intruders among the ten leading directions")
print("size of the update / |W|:   0.05   0.2   0.8")
for rank in (1, 8, d):
    found = np.zeros((draws, 3))
    for draw in range(draws):
        M = rng.standard_normal((d, d))  # full rank: independent entries
        if rank < d:
            M = rng.standard_normal((d, rank)) @ rng.standard_normal((rank, d))
        for column, size in enumerate(sizes):
            changed = W + scaled(M, size * np.linalg.norm(W))
            found[draw, column] = intruders(W, changed)
    print(
        f"rank {rank:2d}                  ", *[f"{n:5.1f}" for n in found.mean(axis=0)]
    )
