"""Shows one-bit codes whose inner products are unbiased: rotate, sign, rescale."""

import numpy as np


def random_rotation(d, rng):
    q, r = np.linalg.qr(rng.normal(size=(d, d)))
    return q * np.sign(np.diag(r))  # uniform over all rotations and reflections


def encode(docs, rotation):  # unit rows (n, d) -> signs (n, d), alignment (n,)
    rotated = docs @ rotation
    signs = np.where(rotated < 0, -1.0, 1.0)
    alignment = np.mean(np.abs(rotated), axis=1) * np.sqrt(docs.shape[1])
    return signs, alignment  # d bits and one number a document


def raw_estimate(query, signs, rotation):  # inner product with the unit code
    return signs @ (query @ rotation) / np.sqrt(len(query))


def unbiased_estimate(query, signs, alignment, rotation):
    return raw_estimate(query, signs, rotation) / alignment


rng = np.random.default_rng(0)
print("   d  slope raw  rescaled  error  predicted")
for d in (16, 64, 256):
    docs = rng.normal(size=(1000, d)) + 0.4 * np.sqrt(d) * np.eye(d)[0]
    docs /= np.linalg.norm(docs, axis=1, keepdims=True)
    query = rng.normal(size=d) + 0.4 * np.sqrt(d) * np.eye(d)[0]
    query /= np.linalg.norm(query)
    rotation = random_rotation(d, rng)
    signs, alignment = encode(docs, rotation)
    true = docs @ query
    raw = raw_estimate(query, signs, rotation)
    estimate = unbiased_estimate(query, signs, alignment, rotation)
    slopes = [np.sum(e * true) / np.sum(true**2) for e in (raw, estimate)]
    error = np.sqrt(np.mean((estimate - true) ** 2))
    spread = (1 / alignment**2 - 1) * (1 - true**2) / (d - 1)
    predicted = np.sqrt(np.mean(spread))
    print(f"{d:4d} {slopes[0]:10.1f} {slopes[1]:9.1f} {error:6.3f} {predicted:10.3f}")
