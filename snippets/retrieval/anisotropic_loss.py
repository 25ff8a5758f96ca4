"""Shows ScaNN's loss: errors along the vector cost more where scores are high."""

import numpy as np


def parallel_weight(cosine, d):  # of the error along x, that across x counting 1
    return (d - 1) * cosine**2 / (1 - cosine**2)


def split(x, codewords):  # unit x (d,), (n, d) -> squared errors along and across x
    errors = codewords - x
    along = (errors @ x) ** 2
    return along, np.sum(errors**2, axis=1) - along


def choose(x, codewords, weight):  # the best codeword under the weighted loss
    along, across = split(x, codewords)
    return codewords[np.argmin(weight * along + across)]


def score_error(x, codeword, cosine):  # root mean square over unit queries at a cosine
    along, across = split(x, codeword[None])
    square = cosine**2 * along + (1 - cosine**2) * across / (len(x) - 1)
    return np.sqrt(square[0])


rng = np.random.default_rng(0)
d, high = 16, 0.7
points = rng.normal(size=(500, d))
points /= np.linalg.norm(points, axis=1, keepdims=True)
codewords = 0.8 * rng.normal(size=(256, d)) / np.sqrt(d)
weight = parallel_weight(high, d)
print(f"weight of the parallel error at cosine {high}: {weight:.1f}")
print("loss           distance  score error at 0.7  at 0")
for name, w in (("squared error", 1), ("anisotropic", weight)):
    pairs = [(x, choose(x, codewords, w)) for x in points]
    distance = np.mean([np.linalg.norm(c - x) for x, c in pairs])
    errors = [np.mean([score_error(x, c, at) for x, c in pairs]) for at in (high, 0)]
    print(f"{name:<14} {distance:8.2f} {errors[0]:19.3f} {errors[1]:5.3f}")
