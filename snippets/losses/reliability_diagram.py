"""Shows the reliability diagram and the ECE of an over-confident model."""

import matplotlib.pyplot as plt
import numpy as np


def softmax(z):  # z: (n, K)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def draw_labels(p, rng):  # one label a row, from the row's distribution
    return (rng.random((len(p), 1)) > p.cumsum(axis=1)).sum(axis=1)


def bin_statistics(confidence, correct, bins=10):  # of the bins that are not empty
    index = (confidence * bins).astype(int).clip(max=bins - 1)
    count = np.bincount(index, minlength=bins)
    kept = count > 0
    totals = (np.bincount(index, v, bins)[kept] for v in (confidence, correct))
    return count[kept], *(total / count[kept] for total in totals)


def ece(confidence, correct, bins=10):
    count, mean_confidence, accuracy = bin_statistics(confidence, correct, bins)
    return np.average(abs(mean_confidence - accuracy), weights=count)


rng = np.random.default_rng(0)
logits = rng.normal(0, 1.5, size=(20_000, 4))
labels = draw_labels(softmax(logits), rng)
correct = logits.argmax(axis=1) == labels

plt.plot([0.25, 1], [0.25, 1], label="perfect")
for name, scale in (("calibrated", 1), ("over-confident", 2)):
    confidence = softmax(scale * logits).max(axis=1)
    count, mean_confidence, accuracy = bin_statistics(confidence, correct)
    print(f"{name}: ECE {ece(confidence, correct):.3f}")
    print("  count      ", *(f"{value:6d}" for value in count))
    print("  confidence ", *(f"{value:6.2f}" for value in mean_confidence))
    print("  accuracy   ", *(f"{value:6.2f}" for value in accuracy))
    plt.plot(mean_confidence, accuracy, "o-", label=name)
plt.xlabel("confidence")
plt.ylabel("accuracy")
plt.legend()
plt.show()
