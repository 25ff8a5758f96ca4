"""Shows temperature scaling: one number, fitted on held-out data."""

import numpy as np
from scipy.optimize import minimize_scalar


def log_softmax(z):  # z: (n, K)
    shifted = z - z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def nll(logits, labels):
    return -log_softmax(logits)[np.arange(len(labels)), labels].mean()


def fit_temperature(logits, labels):
    return np.exp(minimize_scalar(lambda log_t: nll(logits / np.exp(log_t), labels)).x)


def ece(logits, labels, bins=10):
    confidence = np.exp(log_softmax(logits).max(axis=1))
    index = (confidence * bins).astype(int).clip(max=bins - 1)
    gap = np.bincount(index, confidence - (logits.argmax(axis=1) == labels), bins)
    return abs(gap).sum() / len(labels)


def draw(n, rng):  # labels follow softmax(z), the model reports twice z
    z = rng.normal(0, 1.5, size=(n, 4))
    noise = rng.gumbel(size=z.shape)
    return 2 * z, (z + noise).argmax(axis=1)  # the Gumbel trick samples softmax(z)


rng = np.random.default_rng(0)
T = fit_temperature(*draw(2000, rng))
logits, labels = draw(20_000, rng)
print(f"temperature {T:.2f}")
print("          accuracy    NLL    ECE")
for name, z in (("before", logits), ("after", logits / T)):
    accuracy = (z.argmax(axis=1) == labels).mean()
    print(f"{name:8} {accuracy:9.3f} {nll(z, labels):6.3f} {ece(z, labels):6.3f}")
