"""Shows a salted hash that splits users evenly and independently of other tests."""

import hashlib

import numpy as np


def bucket(salt, user):  # an integer from 0 to 999, the same on every machine
    return int(hashlib.sha256(f"{salt}:{user}".encode()).hexdigest(), 16) % 1000


def in_treatment(salt, user, share):
    return bucket(salt, user) < 1000 * share


users = range(100_000)
counts = np.bincount([bucket("checkout-v1", u) for u in users])  # (1000,)
chi2 = ((counts - 100) ** 2 / 100).sum()
print(f"chi-square of 1000 buckets: {chi2:.0f} (even if near 999, sd 45)")

a = np.array([in_treatment("checkout-v1", u, 0.5) for u in users])
b = np.array([in_treatment("ranking-v7", u, 0.5) for u in users])
early = np.array([in_treatment("checkout-v1", u, 0.1) for u in users])
print(f"treated in A: {a.mean():.3f}, in B: {b.mean():.3f}")
print(f"treated in B, given A: {b[a].mean():.3f}, given not A: {b[~a].mean():.3f}")
print(
    f"ramp from 0.1 to 0.5: {(early & ~a).sum()} of {early.sum()} treated users leave it"
)
