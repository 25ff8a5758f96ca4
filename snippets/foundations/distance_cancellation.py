"""Shows how the expanded squared distance loses the nearest neighbour."""

import numpy as np


def expanded(A, B):
    squares = (A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1)
    return squares - 2 * A @ B.T


def direct(A, B):
    return ((A[:, None] - B) ** 2).sum(axis=-1)


def wrong(distances, true):
    share = np.mean(distances.argmin(axis=1) != true)
    return "none" if share == 0 else "most" if share > 0.5 else "some"


rng = np.random.default_rng(0)
queries, points = rng.normal(size=(2, 200, 3))
true = direct(queries, points).argmin(axis=1)
print("points around  wrong neighbours  centred first")
for shift in (0, 10**4, 10**8, 10**9):
    A, B = queries + shift, points + shift
    mean = B.mean(axis=0)
    plain, centred = expanded(A, B), expanded(A - mean, B - mean)
    print(f"{shift:13} {wrong(plain, true):>17} {wrong(centred, true):>14}")
print("some squared distance is negative:", bool(plain.min() < 0))
print("distance between doubles near 3e16:", np.spacing(3e16))
