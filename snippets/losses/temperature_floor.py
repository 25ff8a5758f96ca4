"""Shows the lowest InfoNCE loss that unit vectors can reach at a given temperature."""

import numpy as np


def floor(N, temperature):  # cosine 1 with the positive, -1/(N-1) with each negative
    return np.log1p((N - 1) * np.exp(-N / (N - 1) / temperature))


def info_nce(z, temperature):  # each row is its own positive
    logits = z @ z.T / temperature
    return (np.logaddexp.reduce(logits, axis=1) - np.diag(logits)).mean()


def simplex(N):  # N unit vectors that are as far from each other as can be
    corners = np.eye(N) - 1 / N
    return corners / np.sqrt(1 - 1 / N)


N = 256
print(f"N = {N}, loss of a collapsed batch: log N = {np.log(N):.3f}")
for temperature in (1.0, 0.5, 0.1, 0.07):
    reached = info_nce(simplex(N), temperature)
    print(
        f"τ = {temperature:4}: floor {floor(N, temperature):.3f}, simplex {reached:.3f}"
    )
