"""Shows MinHash signatures that estimate how much two texts overlap."""

import zlib

import numpy as np

PRIME = (1 << 31) - 1


def shingles(text, width=5):
    text = " ".join(text.casefold().split())
    return {text[i : i + width] for i in range(len(text) - width + 1)} or {text}


def jaccard(a, b):
    return len(a & b) / len(a | b)


def signature(items, hashes=512, seed=0):
    """The smallest hash of the set under each of several random hash functions."""
    rng = np.random.default_rng(seed)
    factor, shift = rng.integers(1, PRIME, size=(2, hashes, 1))
    key = np.array([zlib.crc32(item.encode()) % PRIME for item in items])
    return ((factor * key + shift) % PRIME).min(axis=1)


def estimate(a, b):
    return (signature(a) == signature(b)).mean()


text = "The parcel arrived two days late and the box was badly damaged."
others = (
    "The parcel arrived two days late, and the box was badly damaged!",
    "Parcel arrived three days late and its box was damaged.",
    "Great shop, fast delivery, would order again.",
)
print("Jaccard  MinHash")
for other in others:
    a, b = shingles(text), shingles(other)
    print(f"{jaccard(a, b):7.2f} {estimate(a, b):8.2f}  {other}")
