"""Shows the weights of a causal head that looks for earlier copies of its token."""

import matplotlib.pyplot as plt
import numpy as np


def causal_attention_weights(Q, K):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = np.where(np.tri(len(Q), dtype=bool), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


text = ["the", "cat", "saw", "the", "dog", "and", "the", "cat", "ran"]
vocabulary = sorted(set(text))
X = np.array([[word == entry for entry in vocabulary] for word in text], dtype=float)
weights = causal_attention_weights(8 * X, X)  # a sharp head: queries 8 times as long

for i in (0, 3, 7):
    row = "  ".join(f"{text[j]} {weights[i, j]:.2f}" for j in range(i + 1))
    print(f"query {i} ({text[i]}): {row}")

_, ax = plt.subplots(figsize=(6, 5))
ax.grid(False)
plt.colorbar(ax.imshow(weights), label="weight")
ax.set_xticks(range(len(text)), text, rotation=60)
ax.set_yticks(range(len(text)), text)
ax.set_xlabel("key: the token looked at")
ax.set_ylabel("query: the token that looks")
plt.show()
