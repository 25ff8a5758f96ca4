"""Shows which ways of combining two adapters give the sum of their updates."""

import numpy as np


def concatenated(adapters, weights):
    # ranks add up: [w1 s1 B1 | w2 s2 B2] times [A1 over A2] is the sum of the products
    A = np.concatenate([a for a, _, _ in adapters])
    scaled = zip(weights, adapters)
    return A, np.concatenate([w * s * b for w, (_, b, s) in scaled], axis=1)


def factors_added(adapters, weights):
    # PEFT's "linear": the factors are added, so their product has cross terms
    root = np.sqrt([w * s for w, (_, _, s) in zip(weights, adapters)])
    A = sum(c * a for c, (a, _, _) in zip(root, adapters))
    return A, sum(c * b for c, (_, b, _) in zip(root, adapters))


def truncated(A, B, rank):
    U, S, Vt = np.linalg.svd(B @ A, full_matrices=False)
    return Vt[:rank], U[:, :rank] * S[:rank]


def error(combined, target):
    A, B = combined
    return np.linalg.norm(B @ A - target) / np.linalg.norm(target)


rng = np.random.default_rng(0)
d_in, d_out, r = 96, 64, 8
adapters = [
    (rng.standard_normal((r, d_in)), rng.standard_normal((d_out, r)), 2.0)
    for _ in range(2)
]
weights = [0.7, 0.3]
total = sum(w * s * b @ a for w, (a, b, s) in zip(weights, adapters))
cat = concatenated(adapters, weights)

print("combination             rank   error against the sum")
for name, pair in {
    "concatenated ranks": cat,
    "SVD of the sum, full": truncated(*cat, 2 * r),
    "SVD of the sum, rank 8": truncated(*cat, r),
    "factors added": factors_added(adapters, weights),
}.items():
    print(f"{name:24s}{len(pair[0]):4d}{error(pair, total):17.0%}")
