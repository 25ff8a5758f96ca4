"""Shows temperature, top-k, top-p and min-p as masks on one distribution."""

import numpy as np


def softmax(z):
    p = np.exp(z - z.max())
    return p / p.sum()


def top_k(z, k):
    return np.where(z < np.sort(z)[-k], -np.inf, z)  # ties with the k-th stay


def top_p(z, share):
    order = np.argsort(-z)
    p = softmax(z)[order]
    before = np.cumsum(p) - p  # mass of the strictly better tokens
    out = np.full(z.shape, -np.inf)
    kept = order[before < share]  # the token that crosses the line stays
    out[kept] = z[kept]
    return out


def min_p(z, share):
    p = softmax(z)
    return np.where(p < share * p.max(), -np.inf, z)


sure = np.array([6.0, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0])
unsure = np.linspace(1.0, 0.3, 8)
print("tokens kept     top-k 4  top-p 0.9  min-p 0.1")
for name, z in (("sure", sure), ("unsure", unsure)):
    kept = [np.isfinite(f).sum() for f in (top_k(z, 4), top_p(z, 0.9), min_p(z, 0.1))]
    print(f"{name:12s} {kept[0]:10d} {kept[1]:10d} {kept[2]:10d}")

print("temperature  most probable  entropy in nats")
for T in (0.5, 1.0, 2.0):
    p = softmax(sure / T)
    print(f"{T:11.1f} {p.max():14.3f} {-(p * np.log(p)).sum():16.3f}")
T, share = 3.0, 0.9
hot, cut = softmax(top_p(sure / T, share)), softmax(top_p(sure, share) / T)
print("kept at T = 3: hot first", (hot > 0).sum(), "- filter first", (cut > 0).sum())
