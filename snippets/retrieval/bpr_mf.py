"""Shows matrix factorisation trained on pairs (BPR), and what its scores leave open."""

import numpy as np
from scipy.special import expit as sigmoid


def bpr_step(U, V, users, liked, other, rate, decay):
    """One step on a batch of (user, liked item, other item), in place."""
    u, i, j = U[users], V[liked], V[other]
    doubt = sigmoid(-(u * (i - j)).sum(axis=1))[:, None]  # chance of the wrong order
    np.add.at(U, users, rate * (doubt * (i - j) - decay * u))
    np.add.at(V, liked, rate * (doubt * u - decay * i))
    np.add.at(V, other, rate * (-doubt * u - decay * j))


def pair_accuracy(scores, liked, candidates):  # the mean AUC over users
    target = scores[np.arange(len(scores)), liked][:, None]
    wins = (scores < target) + 0.5 * (scores == target)
    return ((wins * candidates).sum(axis=1) / candidates.sum(axis=1)).mean()


rng = np.random.default_rng(0)
taste, genre = rng.integers(4, size=300), rng.integers(4, size=120)
popular = rng.lognormal(size=120)
chance = np.where(taste[:, None] == genre, 8, 1) * popular
chance /= chance.sum(axis=1, keepdims=True)
likes = np.array([rng.choice(120, 13, replace=False, p=p) for p in chance])
train, held_out = likes[:, :-1], likes[:, -1]
seen = np.zeros((300, 120), bool)
np.put_along_axis(seen, train, True, axis=1)

factors = rng.normal(scale=0.1, size=(420, 8))
U, V = factors[:300], factors[300:]
for _ in range(600):
    users = rng.integers(300, size=500)
    liked = train[users, rng.integers(12, size=500)]
    other = rng.integers(120, size=500)  # uniform; a draw already liked is left out
    keep = ~seen[users, other]
    bpr_step(U, V, users[keep], liked[keep], other[keep], 0.1, 0.05)

new = ~seen  # candidates
by_count = np.tile(seen.sum(axis=0), (300, 1))
shifted = U @ V.T + rng.normal(scale=10, size=(300, 1))  # a constant for each user
print("held-out item against those the user has not seen, mean AUC")
print(f"popularity           {pair_accuracy(by_count, held_out, new):.3f}")
print(f"BPR                  {pair_accuracy(U @ V.T, held_out, new):.3f}")
print(f"best possible        {pair_accuracy(chance, held_out, new):.3f}")
print(f"BPR, users shifted   {pair_accuracy(shifted, held_out, new):.3f}")
