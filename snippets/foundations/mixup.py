"""Shows mixup: mixing the targets of a batch is mixing the two losses."""

import numpy as np
from scipy.special import log_softmax


def cross_entropy(logits, targets):  # targets: (batch, classes), rows sum to 1
    return -(targets * log_softmax(logits, axis=1)).sum(axis=1).mean()


def mixup(x, targets, rng, alpha=0.2):
    share = rng.beta(alpha, alpha)
    partner = rng.permutation(len(x))
    mixed = share * x + (1 - share) * x[partner]
    return mixed, share * targets + (1 - share) * targets[partner], share, partner


rng = np.random.default_rng(3)
x, targets = rng.standard_normal((4, 2)), np.eye(3)[[0, 1, 2, 1]]
mixed, soft, share, partner = mixup(x, targets, rng, alpha=1)
logits = mixed @ rng.standard_normal((2, 3))  # any model, run once on the mixed inputs

one, other = cross_entropy(logits, targets), cross_entropy(logits, targets[partner])
print(f"share {share:.2f}, partners {partner}")
print("soft targets:", *np.round(soft, 2).tolist())
print(f"loss on soft targets {cross_entropy(logits, soft):.4f}")
print(f"mixture of two losses {share * one + (1 - share) * other:.4f}")
