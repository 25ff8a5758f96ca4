"""Shows that moving k positions rotates each sine-cosine pair by a fixed angle."""

import numpy as np


def frequencies(d, base=10_000):
    return base ** (-np.arange(0, d, 2) / d)  # (d / 2,), radians a token


def encode(positions, d):
    angles = np.multiply.outer(positions, frequencies(d))  # (n, d / 2)
    pairs = np.stack([np.sin(angles), np.cos(angles)], axis=-1)
    return pairs.reshape(len(positions), d)  # sine, cosine, sine, cosine …


def shift_matrix(k, d):  # the same for every position
    M = np.zeros((d, d))
    for i, angle in enumerate(k * frequencies(d)):
        c, s = np.cos(angle), np.sin(angle)
        M[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = [[c, s], [-s, c]]
    return M


d, t = 64, np.arange(500)
P = encode(t, d)
moved = P @ shift_matrix(7, d).T
print("a fixed matrix moves all positions by 7:", np.allclose(moved, encode(t + 7, d)))
print(
    "it is orthogonal:",
    np.allclose(shift_matrix(7, d) @ shift_matrix(-7, d), np.eye(d)),
)
print(f"squared length of every row: {P[123] @ P[123]:.0f}")
for gap in (0, 1, 10, 100):
    print(f"dot product at distance {gap:3d}: {P[200] @ P[200 + gap]:.2f}")
print("same at another place:", np.isclose(P[200] @ P[210], P[451] @ P[441]))
