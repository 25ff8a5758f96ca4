"""Shows that a softmax cannot attend to nothing, and what a sink changes."""

import numpy as np


def attention(scores, V, sink=-np.inf):  # scores: (n,), V: (n, d)
    # sink: the score of one more key, whose value is zero
    top = max(scores.max(), sink)
    weights = np.exp(scores - top)
    return weights @ V / (weights.sum() + np.exp(sink - top))


rng = np.random.default_rng(0)
n, d = 32, 64
K, V = 4 * rng.normal(size=(n, d)), rng.normal(size=(n, d))
match = K @ K[7] / np.sqrt(d)  # a query made for key 7
nothing = np.zeros(n)  # a query orthogonal to every key
for name, sink in (("no sink", -np.inf), ("sink", 10)):
    found, lost = (np.linalg.norm(attention(s, V, sink)) for s in (match, nothing))
    print(f"{name:7}: output length, match {found:.2f}, no match {lost:.4f}")

# a first token that fits every query, and has value zero, is that sink
scores, values = np.append(10, nothing), np.vstack([np.zeros(d), V])
same = np.allclose(attention(scores, values), attention(nothing, V, sink=10))
print("a first token can serve as the sink:", same)
