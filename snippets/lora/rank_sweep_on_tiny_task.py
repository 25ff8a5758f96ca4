"""Shows on a toy task that more rank stops helping, and that few examples punish it."""

import matplotlib.pyplot as plt
import numpy as np


def best_update(X, Y, r):
    """Return the update of rank at most r with the smallest training error, (d, d).

    Training a linear adapter to convergence ends here (reduced-rank regression).
    """
    full = np.linalg.lstsq(X, Y)[0].T  # what training the whole matrix ends in
    _, _, Vt = np.linalg.svd(X @ full.T)
    return Vt[:r].T @ Vt[:r] @ full


def error(X, Y, update):
    return np.mean((X @ update.T - Y) ** 2)


rng = np.random.default_rng(0)
d = 32
target = (
    rng.normal(size=(d, 6)) @ np.diag(0.6 ** np.arange(6)) @ rng.normal(size=(6, d)) / d
)


def draw(n):
    X = rng.normal(size=(n, d))
    return X, X @ target.T + 0.5 * rng.normal(size=(n, d))


test, ranks = draw(5000), [0, 1, 2, 4, 8, 16, 32]
print("error at rank     ", *[f"{r:4d}" for r in ranks])
for n in (64, 1000):
    X, Y = draw(n)
    updates = [best_update(X, Y, r) for r in ranks]
    for kind, data in (("train", (X, Y)), ("test", test)):
        errors = [error(*data, update) for update in updates]
        print(f"{n:4} examples, {kind:5}", *[f"{e:.2f}" for e in errors])
        plt.plot(ranks, errors, marker="o", label=f"{n} examples, {kind}")

plt.xlabel("rank of the update (0 is the base model, 32 is full)")
plt.ylabel("mean squared error (noise: 0.25)")
plt.ylim(0)
plt.legend(loc="lower left", ncols=2)
plt.show()
