"""Shows that a prefix blends a constant into each attention output."""

import numpy as np


def weights(q, K):
    scores = q @ K.T / np.sqrt(q.shape[1])  # (queries, keys)
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)


def with_prefix(q, K, V, prefix_K, prefix_V):
    return weights(q, np.concatenate([prefix_K, K])) @ np.concatenate([prefix_V, V])


def blended(q, K, V, prefix_K, prefix_V):
    # the same output as a mixture of what the prefix says and the old output
    on_prefix = weights(q, np.concatenate([prefix_K, K]))[:, : len(prefix_K)]
    share = on_prefix.sum(axis=1, keepdims=True)
    said = weights(q, prefix_K) @ prefix_V
    return share * said + (1 - share) * weights(q, K) @ V, share


rng = np.random.default_rng(0)
d, tokens, prefix = 16, 6, 3
q, K, V = rng.standard_normal((3, tokens, d))
prefix_K, prefix_V = rng.standard_normal((2, prefix, d))

mixture, share = blended(q, K, V, prefix_K, prefix_V)
whole = with_prefix(q, K, V, prefix_K, prefix_V)
print(
    f"mixture equals attention over prefix and content: {np.allclose(mixture, whole)}"
)
print("share of the prefix, query by query:", *[f"{s:.2f}" for s in share[:, 0]])

content = weights(q, np.concatenate([prefix_K, K]))[:, prefix:]
relative = content / content.sum(axis=1, keepdims=True)
print("relative attention among content tokens unchanged:",
      np.allclose(relative, weights(q, K)))  # fmt: skip
