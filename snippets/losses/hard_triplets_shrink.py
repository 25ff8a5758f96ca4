"""Shows that collapse is downhill for hard triplets and uphill for semi-hard ones."""

import matplotlib.pyplot as plt
import numpy as np


def mined(x, labels):
    """Distances (positive, negative) of the batch-hard and of the semi-hard triplets."""
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    hardest, semi = [], []
    for a in range(len(x)):
        positives = np.delete(d[a], a)[np.delete(labels, a) == labels[a]]
        negatives = d[a][labels != labels[a]]
        hardest += [(positives.max(), negatives.min())]
        for p in positives:
            beyond = negatives[negatives > p]
            semi += [(p, beyond.min())] if beyond.size else []
    return np.array(hardest), np.array(semi)


def triplet_loss(
    pairs, margin, scale
):  # of embeddings that are multiplied by the scale
    positive, negative = scale * pairs.T
    return (margin + positive - negative).clip(0).mean()


rng = np.random.default_rng(0)
labels = np.repeat(np.arange(8), 4)
hardest, semi = mined(rng.normal(size=(32, 16)), labels)  # an untrained network
scales = np.linspace(0, 1, 51)
for name, pairs in (("batch-hard", hardest), ("semi-hard", semi)):
    losses = [triplet_loss(pairs, 1, scale) for scale in scales]
    plt.plot(scales, losses, label=name)
    print(f"{name:10}: loss {losses[-1]:.2f} as it is, {losses[0]:.2f} when collapsed")
plt.xlabel("scale of all embeddings (0: collapsed to one point)")
plt.ylabel("triplet loss, margin 1")
plt.legend()
plt.show()
