"""Shows how entropy, KL, bits and perplexity relate, and how to average them."""

import numpy as np


def entropy(q):  # nats
    return -(q * np.log(q)).sum()


def cross_entropy(q, p):
    return -(q * np.log(p)).sum()


def kl(q, p):
    return (q * np.log(q / p)).sum()


def bits(nats):
    return nats / np.log(2)


def corpus_perplexity(losses, tokens):  # mean loss and length of each document
    return np.exp(np.average(losses, weights=tokens))


def bits_per_byte(loss, tokens, n_bytes):  # comparable between tokenizers
    return bits(loss) * tokens / n_bytes


q, p = np.array([0.5, 0.25, 0.25]), np.array([0.25, 0.25, 0.5])
print(f"entropy {entropy(q):.4f} + KL {kl(q, p):.4f} = {cross_entropy(q, p):.4f} nats")
print(f"that is {bits(cross_entropy(q, p)):.4f} bits")
print(f"and a perplexity of {np.exp(cross_entropy(q, p)):.3f}")
print(f"uniform over 1000: perplexity {np.exp(entropy(np.full(1000, 1e-3))):.0f}")

losses, tokens = np.array([2.0, 4.0]), np.array([100, 900])
print(f"corpus perplexity {corpus_perplexity(losses, tokens):.1f}")
print(f"mean of the two perplexities {np.exp(losses).mean():.1f}")
for tokens, loss in ((200, 3.5), (250, 3.0)):  # two tokenizers, the same 1000 bytes
    per_byte = bits_per_byte(loss, tokens, 1000)
    print(
        f"{tokens} tokens: perplexity {np.exp(loss):.1f}, bits per byte {per_byte:.3f}"
    )
