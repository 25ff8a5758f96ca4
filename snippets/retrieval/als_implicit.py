"""Shows alternating least squares for implicit feedback, without touching the zeros."""

import numpy as np


def objective(R, X, Y, alpha, lam):  # over all cells, seen or not
    wanted, confidence = R > 0, 1 + alpha * R
    fit = (confidence * (wanted - X @ Y.T) ** 2).sum()
    return fit + lam * ((X**2).sum() + (Y**2).sum())


def solve_rows(R, Y, alpha, lam):
    """The best factors of each row of R, given those of the columns."""
    ridge = Y.T @ Y + lam * np.eye(Y.shape[1])  # (f, f), once for all rows
    X = np.empty((len(R), Y.shape[1]))
    for row, counts in enumerate(R):
        seen = counts.nonzero()[0]
        extra = alpha * counts[seen, None]  # confidence above 1
        normal = ridge + Y[seen].T @ (extra * Y[seen])
        X[row] = np.linalg.solve(normal, ((1 + extra) * Y[seen]).sum(axis=0))
    return X


rng = np.random.default_rng(0)
taste, genre = rng.integers(4, size=200), rng.integers(4, size=80)
R = rng.poisson(np.where(taste[:, None] == genre, 0.3, 0.01))  # plays, (users, items)
alpha, lam = 10, 1
Y = rng.normal(0, 0.1, (80, 4))
print(f"{np.count_nonzero(R)} of {R.size} cells are not zero")
for sweep in range(1, 6):
    X = solve_rows(R, Y, alpha, lam)
    Y = solve_rows(R.T, X, alpha, lam)
    print(f"sweep {sweep}: objective {objective(R, X, Y, alpha, lam):5.0f}")
scores = np.where(R > 0, -np.inf, X @ Y.T)  # recommend what is new to the user
hit = (genre[scores.argmax(axis=1)] == taste).mean()
print(f"first recommendation of the user's genre: {hit:.0%} (by chance 25%)")
