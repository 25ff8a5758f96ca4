"""Shows rank fusion: no scales to match, and one vote each, even for a bad list."""

import numpy as np


def ranks(scores):  # 1 is the best; (queries, docs) -> (queries, docs)
    return 1 + np.argsort(np.argsort(-scores, axis=1), axis=1)


def rrf(rankings, depth=100, k=60):
    """Sum of 1 / (k + rank) over the lists that hold the document."""
    return sum(np.where(r <= depth, 1 / (k + r), 0) for r in rankings)


def standardise(scores):  # z-scores, for each query
    centred = scores - scores.mean(axis=1, keepdims=True)
    return centred / scores.std(axis=1, keepdims=True)


def recall(scores, relevant):  # share of the relevant among the first ten
    best = np.argsort(-scores, axis=1)[:, :10]
    return np.take_along_axis(relevant, best, axis=1).sum() / relevant.sum()


def tuned(a, b, relevant):  # the weight of a; chosen on other queries than tested
    grid = np.arange(11) / 10
    return grid[np.argmax([recall(w * a + (1 - w) * b, relevant) for w in grid])]


rng = np.random.default_rng(0)
truth = rng.normal(size=(200, 1000))
relevant = ranks(truth) <= 10
choose, test = slice(100), slice(100, None)
print("lexical  alone  dense  raw sum  sum of z   RRF  tuned z (weight)")
cases = ("plain", 0.6, np.positive), ("skewed", 0.6, np.exp), ("poor", 4, np.positive)
for name, noise, scale in cases:
    lexical = 50 * scale(truth + noise * rng.normal(size=truth.shape))
    dense = truth + 0.6 * rng.normal(size=truth.shape)
    a, b = standardise(lexical), standardise(dense)
    w = tuned(a[choose], b[choose], relevant[choose])
    fused = rrf([ranks(lexical), ranks(dense)])
    columns = lexical, dense, lexical + dense, a + b, fused, w * a + (1 - w) * b
    shares = [f"{recall(c[test], relevant[test]):7.2f}" for c in columns]
    print(f"{name:<6}", *shares, f"({w:.1f})")

print(f"first in one list {1 / 61:.4f}, sixth in both {2 / 66:.4f}")
