"""Shows mean pooling as attention with a zero query, and what each pooling finds."""

import numpy as np


def attention_pool(query, tokens):  # query: (d,), tokens: (n, d)
    scores = tokens @ query / np.sqrt(len(query))
    weights = np.exp(scores - scores.max())
    weights /= weights.sum()
    return weights @ tokens, weights


rng = np.random.default_rng(0)
n, d = 196, 64
tokens = rng.normal(size=(n, d))
pooled, _ = attention_pool(np.zeros(d), tokens)
print("zero query equals the mean:", np.allclose(pooled, tokens.mean(axis=0)))

classifier = rng.normal(size=(10, d))
votes = (tokens @ classifier.T).mean(axis=0)
same = np.allclose(votes, classifier @ tokens.mean(axis=0))
print("logits of the mean equal the mean of the logits:", same)

direction = np.zeros(d)
direction[0] = 1
for patches in (1, 14, 196):  # how many show the object
    tokens = rng.normal(size=(n, d))
    tokens[:patches] += 10 * direction
    mean = tokens.mean(axis=0) @ direction
    pooled, weights = attention_pool(8 * direction, tokens)
    share = weights[:patches].sum()
    print(
        f"{patches:3d} patches: mean {mean:5.2f}, attention {pooled @ direction:5.2f}, "
        f"weight on them {share:.2f}"
    )
