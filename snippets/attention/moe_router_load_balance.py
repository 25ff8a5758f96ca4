"""Shows top-k routing, the load-balance loss, its value at balance, and capacity."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def route(logits, k):  # logits: (tokens, experts)
    p = softmax(logits)
    chosen = np.argsort(-p, axis=-1)[:, :k]
    weights = np.take_along_axis(p, chosen, axis=-1)
    return p, chosen, weights / weights.sum(axis=-1, keepdims=True)


def balance_loss(p, chosen):
    experts = p.shape[1]
    load = np.bincount(chosen.ravel(), minlength=experts) / chosen.size  # f
    return experts * load @ p.mean(axis=0)


def dropped(chosen, experts, factor):  # what exceeds the seats of an expert
    seats = int(np.ceil(factor * chosen.size / experts))
    return np.maximum(np.bincount(chosen.ravel(), minlength=experts) - seats, 0).sum()


rng = np.random.default_rng(0)
logits = rng.normal(size=(8000, 8))
for name, shift in (("balanced", 0.0), ("one favourite", 1.0), ("collapsed", 30.0)):
    p, chosen, _ = route(logits + shift * np.eye(8)[0], k=1)
    lost = dropped(chosen, 8, 1.25) / chosen.size
    print(f"{name:13s} loss {balance_loss(p, chosen):.2f}, dropped {lost:.1%}")

shy, sure = np.log([0.34, 0.33, 0.33]), np.array([0.0, 30.0, 0.0])
p, chosen, _ = route(np.array(9 * [shy] + [sure]), k=1)
print(f"nine unsure tokens, one sure: loss {balance_loss(p, chosen):.3f}")

expert, attention = 3 * 4096 * 14336, 2 * 4096 * (4096 + 1024)  # Mixtral 8x7B
rest = 2 * 32000 * 4096 + 65 * 4096  # embedding, head, norms
for name, used in (("stored", 8), ("used a token", 2)):
    total = 32 * (used * expert + attention + 8 * 4096) + rest
    print(f"Mixtral 8x7B, {name}: {total / 1e9:.1f} billion")
