"""Shows a ring all-reduce, step by step, and counts what each rank sends."""

import numpy as np


def ring_all_reduce(vectors):
    """Replace each rank's vector by the sum of all; count the numbers sent per rank."""
    n = len(vectors)
    chunks = [np.array_split(v.astype(float), n) for v in vectors]  # [rank][chunk]
    sent = np.zeros(n, int)
    for step in range(2 * (n - 1)):
        moving = [chunks[r][(r - step) % n].copy() for r in range(n)]
        for r, arriving in enumerate(
            moving
        ):  # all at once, each to its right neighbour
            neighbour, c = chunks[(r + 1) % n], (r - step) % n
            if step < n - 1:
                neighbour[c] += arriving  # reduce-scatter: in the end one full sum each
            else:
                neighbour[c] = arriving  # all-gather: the full sums go round
            sent[r] += arriving.size
    return [np.concatenate(rank) for rank in chunks], sent


rng = np.random.default_rng(0)
for n in (2, 4, 8):
    vectors = rng.integers(-9, 10, size=(n, 840))
    results, sent = ring_all_reduce(vectors)
    right = all((result == vectors.sum(axis=0)).all() for result in results)
    volume, formula = sent.max() / vectors.shape[1], 2 * (n - 1) / n
    print(f"{n} ranks: right {right}, each sends {volume:.2f} vectors = {formula:.2f}")
