"""Shows two attention maps that disagree about the tokens and give the same output."""

import numpy as np


def another_map(weights, V):
    # directions that change neither the sum of the weights nor the output
    constraints = np.vstack([V.T, np.ones(len(weights))])  # (d_v + 1, keys)
    rank = np.linalg.matrix_rank(constraints)
    direction = np.linalg.svd(constraints)[2][rank:].sum(axis=0)
    shrinks = direction < 0
    # go on until the first weight reaches zero
    step = np.min(weights[shrinks] / -direction[shrinks])
    return weights + step * direction


V = np.array([[0.0], [1.0], [2.0], [3.0]])
one, other = np.array([0.5, 0.0, 0.0, 0.5]), np.array([0.0, 0.5, 0.5, 0.0])
print("ends:  ", one, "output", one @ V)
print("middle:", other, "output", other @ V)

rng = np.random.default_rng(0)
V = rng.normal(size=(12, 4))
weights = rng.dirichlet(np.ones(12))
found = another_map(weights, V)
print("12 keys, d_v = 4: same output", np.allclose(found @ V, weights @ V))
print("a distribution:", bool(found.min() > -1e-12), f"sum {found.sum():.2f}")
