"""Shows greedy decoding change with the batch: another batch, another order of sums."""

import numpy as np


def chain(values):
    """Sum from left to right, rounding to float32 at each addition."""
    return np.cumsum(values, axis=-1, dtype=np.float32)[..., -1]


def logits(hidden, weights, batch):
    # a toy of split-K kernels: small batches cut each sum into more pieces
    pieces = 8 if batch < 32 else 1
    products = weights * hidden  # (vocabulary, d), float32
    parts = products.reshape(len(weights), pieces, -1)
    return chain(chain(parts))


BATCHES = 1, 64
rng = np.random.default_rng(0)
d, vocabulary = 512, 50
weights = rng.standard_normal((vocabulary, d), dtype=np.float32)
weights[1] = weights[0] + 3e-8 * np.sign(weights[0])  # two tokens that nearly tie
differ, largest, moved, trials = 0, 0, 0, 400
for _ in range(trials):
    # a state in favour of token 0, and so of its twin
    hidden = rng.standard_normal(d, dtype=np.float32) + weights[0] / 4
    alone, crowded = (logits(hidden, weights, batch) for batch in BATCHES)
    differ += np.mean(alone != crowded) / trials
    largest = max(largest, np.abs(alone - crowded).max())
    moved += np.argmax(alone) != np.argmax(crowded)
again = logits(hidden, weights, BATCHES[1])
print("same batch twice, same bits:", np.array_equal(crowded, again))
print(f"batch {BATCHES[0]} against {BATCHES[1]}, logits with other bits: {differ:.0%}")
print(f"largest difference below 1e-3: {largest < 1e-3}")
print(f"greedy choice changes in {moved} of {trials} near ties")
