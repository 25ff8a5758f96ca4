"""Shows cross-entropy and its gradients without ever holding all the logits."""

import numpy as np
from scipy.special import log_softmax


def chunked_cross_entropy(hidden, weight, targets, chunk):
    # hidden: (tokens, width), weight: (vocabulary, width), targets: (tokens,)
    loss, d_hidden, d_weight = 0.0, np.zeros_like(hidden), np.zeros_like(weight)
    for start in range(0, len(hidden), chunk):
        rows = slice(start, start + chunk)
        log_p = log_softmax(hidden[rows] @ weight.T, axis=1)  # (chunk, vocabulary)
        picked = np.arange(len(log_p)), targets[rows]
        loss -= log_p[picked].sum()
        d_logits = np.exp(log_p)  # p - one-hot, in place of the logits
        d_logits[picked] -= 1
        d_hidden[rows] = d_logits @ weight
        d_weight += d_logits.T @ hidden[rows]
    return loss / len(hidden), d_hidden / len(hidden), d_weight / len(hidden)


rng = np.random.default_rng(0)
hidden, weight = rng.normal(size=(96, 16)), rng.normal(size=(500, 16))
targets = rng.integers(len(weight), size=len(hidden))
whole = chunked_cross_entropy(hidden, weight, targets, len(hidden))
parts = chunked_cross_entropy(hidden, weight, targets, chunk=1)
same = all(map(np.allclose, whole, parts))
print(f"loss {whole[0]:.4f}, token by token {parts[0]:.4f}; gradients equal: {same}")

tokens, vocabulary, width = 8192, 128_256, 4096
gib, mib = 2**30, 2**20
print(
    f"hidden states, {tokens} x {width}, bfloat16: {tokens * width * 2 / mib:.0f} MiB"
)
print(
    f"logits, {tokens} x {vocabulary}, float32: "
    f"{tokens * vocabulary * 4 / gib:.2f} GiB, and as much for their gradient"
)
print(f"logits, chunks of 256 tokens: {256 * vocabulary * 4 / mib:.0f} MiB")
