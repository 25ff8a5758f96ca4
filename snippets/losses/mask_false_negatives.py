"""Shows how often a batch holds false negatives, and the mask that removes them."""

import numpy as np


def share_with_false_negative(class_probabilities, N):
    """The probability that one of the other N - 1 rows has the anchor's class."""
    c = class_probabilities
    return (c * (1 - (1 - c) ** (N - 1))).sum()


def info_nce(logits, labels, mask):  # logits: (N, N), positives on the diagonal
    same = (labels[:, None] == labels) & ~np.eye(len(labels), dtype=bool)
    logits = np.where(same & mask, -np.inf, logits)
    return (np.logaddexp.reduce(logits, axis=1) - np.diag(logits)).mean()


uniform = np.full(1000, 1 / 1000)
skewed = 1 / np.arange(1, 1001)  # Zipf
for N in (64, 256, 4096):
    shares = [share_with_false_negative(c / c.sum(), N) for c in (uniform, skewed)]
    print(
        f"N = {N:4}: {shares[0]:.0%} of anchors if uniform, {shares[1]:.0%} if skewed"
    )

labels, alike = np.array([0, 0, 1, 2]), 10.0
perfect = alike * (labels[:, None] == labels)
print(f"labels {labels}, logit {alike} within a class, 0 between classes")
print(f"InfoNCE without the mask: {info_nce(perfect, labels, False):.3f}")
print(f"InfoNCE with the mask:    {info_nce(perfect, labels, True):.3f}")
