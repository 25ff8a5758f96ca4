"""Shows the loss floor of each rank: the tail of the spectrum, at any length of run."""

import matplotlib.pyplot as plt
import numpy as np


def losses(target, rank, steps, rate, rng):
    # inputs are white: the excess loss of a linear layer is |target - B A|² / 2
    A = rng.standard_normal((rank, target.shape[1])) / np.sqrt(target.shape[1])
    B = np.zeros((target.shape[0], rank))
    history = []
    for _ in range(steps):
        gap = target - B @ A
        history.append(np.sum(gap**2) / 2)
        A, B = A + rate * B.T @ gap, B + rate * gap @ A.T
    return np.array(history)


def floor(target, rank):
    return np.sum(np.linalg.svd(target, compute_uv=False)[rank:] ** 2) / 2


rng = np.random.default_rng(0)
d = 24
left, right = (np.linalg.qr(rng.standard_normal((d, d)))[0] for _ in range(2))
target = left * 0.8 ** np.arange(d) @ right.T  # the update that the new task asks for

print("rank   after 50 steps   after 1000   tail of the spectrum")
for color, rank in enumerate((1, 2, 4, 8)):
    history = losses(target, rank, 1001, 0.2, rng)
    bound = floor(target, rank)
    print(f"{rank:4d}{history[50]:15.3f}{history[1000]:14.3f}{bound:17.3f}")
    plt.loglog(np.arange(1, 1002), history, color=f"C{color}", label=f"rank {rank}")
    plt.axhline(bound, color=f"C{color}", linestyle=":")
shares = [floor(target, rank) / floor(target, 0) for rank in range(d + 1)]
enough = next(rank for rank, share in enumerate(shares) if share < 0.01)
print(f"smallest rank that leaves less than 1% of the excess loss: {enough}")
plt.xlabel("step")
plt.ylabel("excess loss (dotted: floor)")
plt.legend()
plt.show()
