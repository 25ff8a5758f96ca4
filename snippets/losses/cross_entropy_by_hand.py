"""Shows forward and backward pass of softmax cross-entropy for a batch with padding."""

import numpy as np


def cross_entropy(logits, labels, ignore=-100):  # (N, K), (N,)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    kept = np.flatnonzero(labels != ignore)
    true = labels[kept]
    loss = -log_p[kept, true].mean()
    gradient = np.zeros_like(logits)
    gradient[kept] = np.exp(log_p[kept])
    gradient[kept, true] -= 1
    return loss, gradient / len(kept)


rows = np.array([[3.0, 0.0, 0.0], [0.0, 1.0, 2.0]])
loss, gradient = cross_entropy(rows[[0, 1, 1]], np.array([0, 1, -100]))
print(f"loss {loss:.4f}")
print(gradient.round(4))
